package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.SCHEME_FORBIDDEN;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * Copies a file from an address that somebody named. Nothing is reached that the policy does not
 * allow: the addresses of a host are looked up once, all of them are checked, and the connection is
 * made to what was checked. Thread-safe; a transfer keeps its thread until it ends.
 */
public final class Fetcher {

  private final Map<String, SourceClient> clients;

  /**
   * A fetcher with parts of one's own.
   *
   * @param resolver gives the addresses of names
   * @param tls checks certificates
   * @param clock for the signatures of S3
   */
  public Fetcher(Resolver resolver, SSLSocketFactory tls, Clock clock) {
    Gate gate = new Gate(resolver);
    HttpTransfer transfer = new HttpTransfer(new HttpExchange(gate, new Connector(tls)));
    SourceClient http = new HttpSource(gate, transfer);
    this.clients =
        Map.of(
            "http",
            http,
            "https",
            http,
            "s3",
            new S3Source(transfer, clock),
            "file",
            new FileSource());
  }

  /** A fetcher with the resolver, the trusted certificates and the clock of the machine. */
  public static Fetcher ofTheMachine() {
    return new Fetcher(
        Resolver.ofTheMachine(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        Clock.systemUTC());
  }

  /**
   * Reads an address.
   *
   * @throws FetchRefusedException if it is none
   */
  public static URI address(String text) throws FetchRefusedException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new FetchRefusedException(ADDRESS_INVALID, "not an address: " + e.getReason());
    }
  }

  /**
   * Copies a file of which nothing is known.
   *
   * @see #fetch(URI, FetchPolicy, Expected, OutputStream)
   */
  public Fetched fetch(URI uri, FetchPolicy policy, OutputStream sink) throws IOException {
    return fetch(uri, policy, Expected.NOTHING, sink);
  }

  /**
   * Copies the file into the sink, which is neither flushed nor closed. When it fails, the sink may
   * hold a part of the file: throw it away.
   *
   * @param uri what to fetch
   * @param policy of the tenant
   * @param expected what the caller says of the file; anything else is refused
   * @param sink takes the bytes as they come; what it throws ends the transfer and is thrown on
   * @throws FetchRefusedException if the policy forbids it, the source does not give it, or it is
   *     not what was announced
   */
  public Fetched fetch(URI uri, FetchPolicy policy, Expected expected, OutputStream sink)
      throws IOException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    SourceClient client = clients.get(scheme);
    if (client == null || !policy.schemes().contains(scheme)) {
      throw new FetchRefusedException(SCHEME_FORBIDDEN, "the scheme is not allowed");
    }
    try {
      return client.fetch(uri, policy, new Intake(sink, expected, policy));
    } catch (Intake.SinkException e) {
      throw e.getCause();
    }
  }
}
