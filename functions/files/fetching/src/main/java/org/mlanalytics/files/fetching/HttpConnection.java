package org.mlanalytics.files.fetching;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/** One request and one answer over a socket. Closing it leaves unread what is still to come. */
final class HttpConnection implements Closeable {

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(16 * 1024)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(0)
          .build();
  private static final int MOST_INTERIM_ANSWERS = 3;
  private static final int SEND_BUFFER = 2 * Poster.LARGEST;

  /** A source that was asked to close and does not is not waited for longer. */
  private static final Timeout END = Timeout.ofSeconds(1);

  private final Socket plain;
  private final DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(LIMITS);

  private HttpConnection(Socket plain) {
    this.plain = plain;
  }

  /** Talks over a socket, which is the plain one or TLS over it. */
  static HttpConnection over(Socket plain, Socket socket, Duration idle) throws IOException {
    socket.setSoTimeout((int) idle.toMillis());
    HttpConnection http = new HttpConnection(plain);
    http.connection.bind(socket);
    return http;
  }

  /** Asks for the target and reads the headers of the answer. */
  ClassicHttpResponse get(String target, Map<String, String> headers)
      throws IOException, HttpException {
    connection.sendRequestHeader(request("GET", target, headers));
    return answer();
  }

  /** Sends a body and reads the headers of the answer. */
  ClassicHttpResponse post(String target, Map<String, String> headers, byte[] body)
      throws IOException, HttpException {
    // all of it fits into the buffer: no time-out ends a write to somebody who does not read
    plain.setSendBufferSize(SEND_BUFFER);
    ClassicHttpRequest request = request("POST", target, headers);
    request.setEntity(new ByteArrayEntity(body, null));
    connection.sendRequestHeader(request);
    connection.sendRequestEntity(request);
    return answer();
  }

  private static ClassicHttpRequest request(
      String method, String target, Map<String, String> headers) {
    var request = new BasicClassicHttpRequest(method, target);
    headers.forEach(request::addHeader);
    return request;
  }

  private ClassicHttpResponse answer() throws IOException, HttpException {
    connection.flush();
    for (int interim = 0; interim <= MOST_INTERIM_ANSWERS; interim++) {
      ClassicHttpResponse response = receive();
      if (response.getCode() >= HttpStatus.SC_SUCCESS) {
        return response;
      }
    }
    throw new ProtocolException("no answer behind the interim ones");
  }

  private ClassicHttpResponse receive() throws IOException, HttpException {
    try {
      return connection.receiveResponseHeader();
    } catch (IllegalArgumentException e) {
      // a status of zero, for one
      throw new ProtocolException("no answer of HTTP", e);
    }
  }

  /** The body; it is not to be closed, which would read it to its end. */
  InputStream body(ClassicHttpResponse response) throws IOException, HttpException {
    connection.receiveResponseEntity(response);
    return response.getEntity().getContent();
  }

  /** Whether something comes behind the end of the body, which is whole. */
  boolean hasMore() {
    try {
      return connection.isDataAvailable(END);
    } catch (IOException e) {
      // how the connection ends does not matter any more
      return false;
    }
  }

  @Override
  public void close() {
    Quietly.close(plain);
  }
}
