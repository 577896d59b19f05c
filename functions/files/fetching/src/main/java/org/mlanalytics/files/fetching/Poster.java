package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * Sends a message to an address that somebody named. The address passes the same checks as one that
 * is fetched; no redirect is followed, and of the answer only the status counts. Thread-safe; a
 * message keeps its thread until it is answered.
 */
public final class Poster {

  /** The largest message in bytes. */
  public static final int LARGEST = 64 * 1024;

  /** So much of an answer is read, so that the receiver can write it in peace. */
  private static final int MOST_IGNORED = 16 * 1024;

  private static final String METHOD = "POST";

  private final Gate gate;
  private final HttpExchange exchange;

  /**
   * A sender with parts of one's own.
   *
   * @param resolver gives the addresses of names
   * @param tls checks certificates
   */
  public Poster(Resolver resolver, SSLSocketFactory tls) {
    this.gate = new Gate(resolver);
    this.exchange = new HttpExchange(gate, new Connector(tls));
  }

  /** A sender with the resolver and the trusted certificates of the machine. */
  public static Poster ofTheMachine() {
    return new Poster(Resolver.ofTheMachine(), (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * Checks what can be known of an address without asking anybody.
   *
   * @throws FetchRefusedException if it is no plain address of HTTP, or the lists of the policy do
   *     not name it
   */
  public void check(URI uri, FetchPolicy policy) throws FetchRefusedException {
    gate.checkLists(HttpAddress.of(uri), policy);
  }

  /**
   * Sends a message.
   *
   * @param headers of the message, with small names
   * @param body at most {@link #LARGEST} bytes
   * @param policy of the tenant: schemes, hosts, ports, networks and times
   * @return the status of the answer, whatever it is
   * @throws FetchRefusedException if the policy forbids it or no answer comes
   */
  public int post(URI uri, Map<String, String> headers, byte[] body, FetchPolicy policy)
      throws IOException {
    if (body.length > LARGEST) {
      throw new IllegalArgumentException("a message has at most " + LARGEST + " bytes");
    }
    HttpAddress address = HttpAddress.of(uri);
    gate.checkLists(address, policy);
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-length", Integer.toString(body.length));
    return exchange.run(
        address,
        policy,
        Deadline.after(policy.times().total()),
        http -> {
          ClassicHttpResponse response =
              http.post(address.target(), HttpExchange.headers(address, all), body);
          ignoreBody(http, response);
          return response.getCode();
        });
  }

  private static void ignoreBody(HttpConnection http, ClassicHttpResponse response) {
    if (MessageSupport.canResponseHaveBody(METHOD, response)) {
      try {
        http.body(response).readNBytes(MOST_IGNORED);
      } catch (IOException | HttpException e) {
        // the status was said before
      }
    }
  }
}
