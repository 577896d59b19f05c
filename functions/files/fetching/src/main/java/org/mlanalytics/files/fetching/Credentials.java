package org.mlanalytics.files.fetching;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a source asks for, from the configuration, never from a request. */
public sealed interface Credentials {

  /** The value of the header {@code Authorization}. */
  String authorization();

  /** A token, such as one of OAuth 2. */
  record Bearer(String token) implements Credentials {
    @Override
    public String authorization() {
      return "Bearer " + token;
    }

    @Override
    public String toString() {
      return "Bearer ***";
    }
  }

  /** A user with a password. */
  record Basic(String user, String password) implements Credentials {
    @Override
    public String authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
      return "Basic ***";
    }
  }
}
