package org.mlanalytics.files.fetching;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a GET without a query for S3: AWS Signature Version 4 in the header. */
final class S3Signature {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** SHA-256 of nothing. */
  private static final String EMPTY_BODY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private S3Signature() {}

  /** The given headers with small names, and those that sign them. */
  static SortedMap<String, String> sign(
      String path, Map<String, String> headers, S3Bucket bucket, Instant now) {
    String time = TIME.format(now);
    String day = time.substring(0, 8);
    SortedMap<String, String> signed = new TreeMap<>(headers);
    signed.put("x-amz-content-sha256", EMPTY_BODY);
    signed.put("x-amz-date", time);
    String names = String.join(";", signed.keySet());
    String lines =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String request = String.join("\n", "GET", path, "", lines, names, EMPTY_BODY);
    String scope = day + "/" + bucket.region() + "/s3/aws4_request";
    String toSign = String.join("\n", ALGORITHM, time, scope, Sha256.hex(bytes(request)));
    byte[] key = hmac(bytes("AWS4" + bucket.secretKey()), day);
    key = hmac(hmac(hmac(key, bucket.region()), "s3"), "aws4_request");
    signed.put(
        "authorization",
        ALGORITHM
            + (" Credential=" + bucket.accessKey() + "/" + scope)
            + (",SignedHeaders=" + names)
            + (",Signature=" + HexFormat.of().formatHex(hmac(key, toSign))));
    return signed;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
