package jp.frontdesk.platform;

import java.net.http.HttpClient;

/// HTTP clients of the tests: HTTP/1.1 as our servers speak it, without the JDK's attempt to
/// upgrade to clear-text HTTP/2.
public final class TestHttp {
  private TestHttp() {}

  /// One that follows no redirect and keeps no cookie.
  public static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }
}
