package jp.frontdesk.reading;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `frontdesk reader`: a reader process of the desk; not for people.
@Command(name = "reader", hidden = true, description = "Reads pages for the desk over a pipe.")
public final class ReaderCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
