package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final WebhookSecret SECRET =
      new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

  /** The example of the reference implementations of Standard Webhooks. */
  @Test
  void theHeadersAreThoseOfTheSpecification() {
    assertEquals(
        Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        headers(SECRET));
  }

  @Test
  void eachSecretGivesASignature() {
    WebhookSecret other = new WebhookSecret(new byte[32]);

    assertEquals(
        headers(SECRET).get("webhook-signature") + " " + headers(other).get("webhook-signature"),
        headers(SECRET, other).get("webhook-signature"));
  }

  @Test
  void aSecretIsReadAsItIsWritten() {
    byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    String text = "whsec_" + Base64.getEncoder().encodeToString(key);

    assertEquals(headers(new WebhookSecret(key)), headers(WebhookSecret.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "whsec_0123456789abcdef-0123456789abcdef-0123456789",
        "whsec_",
        ""
      })
  void aShortOrOtherTextIsNoSecret(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> WebhookSecret.parse(text));
    assertFalse(text.length() > 10 && e.getMessage().contains(text.substring(7)), e.getMessage());
  }

  private static Map<String, String> headers(WebhookSecret... secrets) {
    return WebhookSignature.headers(List.of(secrets), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY);
  }
}
