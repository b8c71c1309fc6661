package jp.frontdesk;

/// The only `main`: one command line for the desk, the reader and the simulators.
public final class Main {
  private Main() {}

  /// Runs the command named by the arguments and ends the process with its status.
  public static void main(String[] args) {
    System.out.println("frontdesk");
  }
}
