package jp.frontdesk.fees;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import jp.frontdesk.kernel.MunicipalityCode;

/// A provider and an agent in memory that know the truth about money and tell it badly: answers get
/// lost before and after their effect, and the desk dies before and after a call.
final class ModelProvider implements PaymentProvider {
  private final Random random;
  private final InstantSource clock;
  private final Map<String, CodeOrder> codes = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final Map<String, List<ProviderPayment>> payments = new HashMap<>();
  private final Map<String, String> refunds = new HashMap<>();
  private int asked;
  private boolean isCalm;

  ModelProvider(Random random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /// The desk was killed in the middle of a call.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Whether calls work from now on.
  void setCalm(boolean calm) {
    this.isCalm = calm;
  }

  /// The resident pays whatever code it is, also a late one if the app is careless.
  void payCode(String key) {
    CodeOrder order = codes.get(key);
    boolean isCareless = random.nextInt(10) == 0;
    boolean isOpen =
        order != null && !closed.contains(key) && clock.instant().isBefore(order.expiresAt());
    if (order != null && payments.get(key) == null && (isOpen || isCareless)) {
      boolean isWrong = random.nextInt(15) == 0;
      boolean isForeign = random.nextInt(25) == 0;
      take(key, order.amount().amountYen() + (isWrong ? 1 : 0), isForeign ? "USD" : "JPY");
    }
  }

  /// The resident pays a slip, perhaps in two shops.
  void paySlip(String digits, long amountYen) {
    if (payments.getOrDefault(digits, List.of()).size() < 2) {
      take(digits, amountYen, "JPY");
    }
  }

  private void take(String reference, long amount, String currency) {
    payments
        .computeIfAbsent(reference, _ -> new ArrayList<>())
        .add(
            new ProviderPayment(
                "P" + reference + payments.getOrDefault(reference, List.of()).size(),
                reference,
                amount,
                currency,
                clock.instant()));
  }

  /// Every payment of these references.
  List<ProviderPayment> paymentsOf(List<String> references) {
    return references.stream()
        .flatMap(reference -> payments.getOrDefault(reference, List.of()).stream())
        .toList();
  }

  /// Whether a payment was given back.
  boolean isGivenBack(ProviderPayment payment) {
    return refunds.containsKey(payment.id());
  }

  private enum Fate {
    GOES_WELL,
    LOST_BEFORE,
    LOST_AFTER,
    KILLED_BEFORE,
    KILLED_AFTER
  }

  private Fate fate() {
    if (isCalm || random.nextInt(10) < 6) {
      return Fate.GOES_WELL;
    }
    return Fate.values()[1 + random.nextInt(4)];
  }

  private Answer told(Supplier<Answer> effect) {
    Fate fate = fate();
    if (fate == Fate.KILLED_BEFORE) {
      throw new Killed();
    }
    if (fate == Fate.LOST_BEFORE) {
      return new Answer.Missing("model");
    }
    Answer answer = effect.get();
    if (fate == Fate.KILLED_AFTER) {
      throw new Killed();
    }
    return fate == Fate.LOST_AFTER ? new Answer.Missing("model") : answer;
  }

  @Override
  public Answer createCode(CodeOrder order) {
    return told(() -> {
      codes.putIfAbsent(order.key(), order);
      return stateOf(order.key());
    });
  }

  @Override
  public Answer findPayment(MunicipalityCode town, String key) {
    return told(() -> stateOf(key));
  }

  @Override
  public Answer closeCode(MunicipalityCode town, String key) {
    return told(() -> {
      closed.add(key);
      return stateOf(key);
    });
  }

  private Answer stateOf(String key) {
    Optional<Answer> paid = paid(key);
    if (paid.isPresent()) {
      return paid.get();
    }
    CodeOrder order = codes.get(key);
    if (closed.contains(key)) {
      return new Answer.Closed();
    }
    if (order == null) {
      return new Answer.NotKnown();
    }
    return clock.instant().isBefore(order.expiresAt())
        ? new Answer.Open("https://example.invalid/" + key, order.expiresAt())
        : new Answer.Closed();
  }

  @Override
  public Answer findCollection(MunicipalityCode town, String digits) {
    return told(() -> paid(digits).orElseGet(Answer.NotKnown::new));
  }

  /// One of the payments, another one at each call.
  private Optional<Answer> paid(String reference) {
    List<ProviderPayment> all = payments.getOrDefault(reference, List.of());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer.Paid(all.get(asked++ % all.size())));
  }

  @Override
  public RefundAnswer refund(RefundOrder order) {
    Fate fate = fate();
    if (fate == Fate.KILLED_BEFORE) {
      throw new Killed();
    }
    if (fate == Fate.LOST_BEFORE) {
      return new RefundAnswer.Missing("model");
    }
    RefundAnswer answer = refunded(order);
    if (fate == Fate.KILLED_AFTER) {
      throw new Killed();
    }
    return fate == Fate.LOST_AFTER ? new RefundAnswer.Missing("model") : answer;
  }

  private RefundAnswer refunded(RefundOrder order) {
    boolean isRight =
        payments.getOrDefault(order.key(), List.of()).stream()
            .anyMatch(p ->
                p.id().equals(order.paymentId()) && p.amountYen() == order.amount().amountYen());
    String before = refunds.get(order.paymentId());
    boolean isUnwilling = before == null && Math.floorMod(order.refundKey().hashCode(), 5) == 0;
    if (!isRight || isUnwilling || (before != null && !before.equals(order.refundKey()))) {
      return new RefundAnswer.Refused("model");
    }
    refunds.put(order.paymentId(), order.refundKey());
    return new RefundAnswer.Done();
  }
}
