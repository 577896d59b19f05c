package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

/** Fetches that have to be refused. */
final class Refusals {

  private Refusals() {}

  static FetchRefusedException of(String address, FetchPolicy policy, RefusalReason reason) {
    return of(World.fetcher(), address, policy, reason);
  }

  static FetchRefusedException of(
      Fetcher fetcher, String address, FetchPolicy policy, RefusalReason reason) {
    return of(fetcher, address, policy, Expected.NOTHING, reason);
  }

  static FetchRefusedException of(
      Fetcher fetcher,
      String address,
      FetchPolicy policy,
      Expected expected,
      RefusalReason reason) {
    FetchRefusedException refusal =
        assertThrows(
            FetchRefusedException.class, () -> fetch(fetcher, address, policy, expected), address);
    assertEquals(reason, refusal.reason(), refusal.detail());
    assertEquals(reason.group().message(), refusal.getMessage());
    return refusal;
  }

  static Fetched fetch(Fetcher fetcher, String address, FetchPolicy policy) throws IOException {
    return fetch(fetcher, address, policy, Expected.NOTHING);
  }

  private static Fetched fetch(
      Fetcher fetcher, String address, FetchPolicy policy, Expected expected) throws IOException {
    URI uri = Fetcher.address(address);
    return fetcher.fetch(uri, policy, expected, OutputStream.nullOutputStream());
  }
}
