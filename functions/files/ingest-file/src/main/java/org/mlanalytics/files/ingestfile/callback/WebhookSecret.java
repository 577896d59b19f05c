package org.mlanalytics.files.ingestfile.callback;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that sender and receiver share. Its text shows nowhere. */
final class WebhookSecret {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";
  private static final int LEAST = 32;
  private static final int MOST = 64;

  private final SecretKeySpec key;

  /** A key as bytes, of any length. */
  WebhookSecret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads a secret as Standard Webhooks writes it: {@code whsec_} and 32 to 64 bytes in Base64.
   *
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  static WebhookSecret parse(String text) {
    byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
    if (key.length < LEAST || key.length > MOST) {
      throw new IllegalArgumentException(
          "a secret of callbacks is whsec_ and 32 to 64 random bytes in Base64");
    }
    return new WebhookSecret(key);
  }

  /** HMAC-SHA256 of a text that comes in parts. */
  byte[] sign(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
