package jp.frontdesk.fees.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the simulated provider knows: codes, closed codes, payments. Every change is written to an
/// append-only journal and forced to the disk before anybody hears of it; a torn last line, left by
/// a kill, is dropped at the next start.
final class SimulatorBook implements AutoCloseable {
  private final FileChannel journal;
  private final Map<String, Code> codes = new LinkedHashMap<>();
  private final Map<String, Payment> payments = new LinkedHashMap<>();

  /// From the number of the payment to the desk's key of its refund.
  private final Map<String, String> refunds = new LinkedHashMap<>();

  /// A code of one payment.
  ///
  /// @param key the desk's key
  /// @param merchantId who is paid
  /// @param id the provider's own number, part of the QR code
  record Code(
      String key,
      String merchantId,
      long amountYen,
      String payee,
      String id,
      Instant expiresAt,
      boolean isClosed) {
    boolean isOpen(Instant now) {
      return !isClosed && now.isBefore(expiresAt);
    }
  }

  /// An amount of a currency.
  ///
  /// @param amount in units of the currency
  /// @param currency ISO 4217
  record Money(long amount, String currency) {}

  /// Money taken from a resident's purse.
  ///
  /// @param reference the key of the code, or the 44 digits of the slip
  record Payment(
      String id,
      String reference,
      boolean isSlip,
      String merchantId,
      String payee,
      long amountYen,
      String currency,
      Instant paidAt) {}

  private SimulatorBook(FileChannel journal) {
    this.journal = journal;
  }

  /// Opens the journal and replays it.
  static SimulatorBook open(Path file) throws IOException {
    List<String> lines = List.of();
    if (Files.exists(file)) {
      byte[] bytes = Files.readAllBytes(file);
      String whole = new String(bytes, StandardCharsets.UTF_8);
      lines = whole.substring(0, whole.lastIndexOf('\n') + 1).lines().toList();
    } else if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    FileChannel journal =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    SimulatorBook book = new SimulatorBook(journal);
    long kept = 0;
    for (String line : lines) {
      book.replay(line);
      kept += line.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    journal.truncate(kept).position(kept);
    return book;
  }

  /// The code of a key, made where there is none; the first call decides amount and end.
  synchronized Code createCode(
      String key, String merchantId, long amountYen, String payee, Instant expiresAt) {
    Code present = codes.get(key);
    if (present != null) {
      return present;
    }
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    return keep(new Code(key, merchantId, amountYen, payee, id, expiresAt, false));
  }

  /// Closes a code for ever, also one that was never made.
  synchronized Code close(String key, Instant now) {
    Code present =
        codes.getOrDefault(key, new Code(key, "", 0, "", "never-made-" + key, now, true));
    return findPayment(key).isPresent()
        ? present
        : keep(
            new Code(
                key,
                present.merchantId(),
                present.amountYen(),
                present.payee(),
                present.id(),
                present.expiresAt(),
                true));
  }

  synchronized Optional<Code> findCode(String key) {
    return Optional.ofNullable(codes.get(key));
  }

  synchronized Optional<Code> findCodeById(String id) {
    return codes.values().stream().filter(code -> code.id().equals(id)).findFirst();
  }

  /// The payment of a key or of a slip's digits.
  synchronized Optional<Payment> findPayment(String reference) {
    return payments.values().stream().filter(p -> p.reference().equals(reference)).findFirst();
  }

  synchronized Optional<Payment> findPaymentById(String id) {
    return Optional.ofNullable(payments.get(id));
  }

  /// The newest payments, the latest first.
  synchronized List<Payment> latestPayments(int most) {
    return new ArrayList<>(payments.values()).reversed().stream().limit(most).toList();
  }

  /// Takes the money for a code; empty where it was paid or closed or has ended meanwhile.
  ///
  /// @param takesLate takes it although it was closed or has ended
  synchronized Optional<Payment> payCode(Code code, Money money, boolean takesLate, Instant now) {
    boolean isOpen = takesLate || findCode(code.key()).map(c -> c.isOpen(now)).orElse(false);
    if (!isOpen || findPayment(code.key()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(pay(code.key(), false, code.merchantId(), code.payee(), money, now));
  }

  /// Gives a whole payment back; false where it cannot be: no such payment, another amount, or
  /// given back under another key before.
  synchronized boolean refund(String refundKey, String paymentId, long amountYen, Instant now) {
    Payment payment = payments.get(paymentId);
    if (payment == null || payment.amountYen() != amountYen) {
      return false;
    }
    String before = refunds.get(paymentId);
    if (before != null) {
      return before.equals(refundKey);
    }
    write(
        new JsonObject()
            .put("type", "refund")
            .put("id", paymentId)
            .put("refundKey", refundKey)
            .put("at", now.toString()));
    refunds.put(paymentId, refundKey);
    return true;
  }

  /// How many payments were given back.
  synchronized int refundCount() {
    return refunds.size();
  }

  /// Takes the money for a slip; empty where these digits were paid before.
  synchronized Optional<Payment> paySlip(
      String digits, String merchantId, String payee, Money money, Instant now) {
    return findPayment(digits).isPresent()
        ? Optional.empty()
        : Optional.of(pay(digits, true, merchantId, payee, money, now));
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }

  private Payment pay(
      String reference, boolean isSlip, String merchantId, String payee, Money money, Instant now) {
    String id = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    Payment payment =
        new Payment(
            id, reference, isSlip, merchantId, payee, money.amount(), money.currency(), now);
    write(
        new JsonObject()
            .put("type", "payment")
            .put("id", id)
            .put("reference", reference)
            .put("isSlip", isSlip)
            .put("merchantId", merchantId)
            .put("payee", payee)
            .put("amountYen", money.amount())
            .put("currency", money.currency())
            .put("at", now.toString()));
    payments.put(id, payment);
    return payment;
  }

  private Code keep(Code code) {
    write(
        new JsonObject()
            .put("type", "code")
            .put("key", code.key())
            .put("merchantId", code.merchantId())
            .put("amountYen", code.amountYen())
            .put("payee", code.payee())
            .put("id", code.id())
            .put("expiresAt", code.expiresAt().toString())
            .put("isClosed", code.isClosed()));
    codes.put(code.key(), code);
    return code;
  }

  private void replay(String line) throws IOException {
    try {
      JsonObject entry = new JsonObject(line);
      if (entry.getString("type").equals("code")) {
        codes.put(
            entry.getString("key"),
            new Code(
                entry.getString("key"),
                entry.getString("merchantId"),
                entry.getLong("amountYen"),
                entry.getString("payee"),
                entry.getString("id"),
                Instant.parse(entry.getString("expiresAt")),
                entry.getBoolean("isClosed")));
      } else if (entry.getString("type").equals("refund")) {
        refunds.put(entry.getString("id"), entry.getString("refundKey"));
      } else {
        payments.put(
            entry.getString("id"),
            new Payment(
                entry.getString("id"),
                entry.getString("reference"),
                entry.getBoolean("isSlip"),
                entry.getString("merchantId"),
                entry.getString("payee"),
                entry.getLong("amountYen"),
                entry.getString("currency", "JPY"),
                Instant.parse(entry.getString("at"))));
      }
    } catch (DecodeException | ClassCastException | NullPointerException broken) {
      throw new IOException("the simulator's journal has a line that is not its own", broken);
    }
  }

  private void write(JsonObject entry) {
    try {
      ByteBuffer line = ByteBuffer.wrap((entry.encode() + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        journal.write(line);
      }
      journal.force(false);
    } catch (IOException broken) {
      throw new UncheckedIOException("the simulator's journal cannot be written", broken);
    }
  }
}
