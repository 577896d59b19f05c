package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ENCODING_UNSUPPORTED;
import static org.mlanalytics.files.fetching.RefusalReason.LENGTH_UNKNOWN;
import static org.mlanalytics.files.fetching.RefusalReason.RESPONSE_INVALID;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * How the end of a body is known. An answer that says it in two ways says nothing (RFC 9112 §6).
 */
final class Framing {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /**
   * Encodings that are packings too: such a body is kept as it comes. Some servers of S3's API hand
   * out the name of the upload's chunks, which they have taken away.
   */
  private static final Set<String> PACKINGS =
      Set.of("identity", "gzip", "x-gzip", "zstd", "aws-chunked");

  private Framing() {}

  /**
   * The announced length, or nothing for a body in chunks.
   *
   * @param verified whether size or digest of the file are expected, so that an end by a closed
   *     connection can be told from a broken one
   */
  static OptionalLong length(ClassicHttpResponse response, boolean verified)
      throws FetchRefusedException {
    checkEncoding(response);
    Header[] transfer = response.getHeaders("Transfer-Encoding");
    Header[] length = response.getHeaders("Content-Length");
    if (transfer.length + length.length > 1) {
      throw new FetchRefusedException(RESPONSE_INVALID, "several lengths");
    }
    if (transfer.length == 1) {
      if (!transfer[0].getValue().equalsIgnoreCase("chunked")) {
        throw new FetchRefusedException(RESPONSE_INVALID, "a transfer coding beside chunked");
      }
      return OptionalLong.empty();
    }
    if (length.length == 1) {
      if (!LENGTH.matcher(length[0].getValue()).matches()) {
        throw new FetchRefusedException(RESPONSE_INVALID, "a length that is not a number");
      }
      return OptionalLong.of(Long.parseLong(length[0].getValue()));
    }
    if (!verified) {
      throw new FetchRefusedException(LENGTH_UNKNOWN, "ends when the connection does");
    }
    return OptionalLong.empty();
  }

  private static void checkEncoding(ClassicHttpResponse response) throws FetchRefusedException {
    for (Header header : response.getHeaders("Content-Encoding")) {
      if (!PACKINGS.contains(header.getValue().toLowerCase(Locale.ROOT))) {
        throw new FetchRefusedException(ENCODING_UNSUPPORTED, "neither gzip nor zstd");
      }
    }
    if (response.getHeaders("Content-Encoding").length > 1) {
      throw new FetchRefusedException(ENCODING_UNSUPPORTED, "several encodings");
    }
  }
}
