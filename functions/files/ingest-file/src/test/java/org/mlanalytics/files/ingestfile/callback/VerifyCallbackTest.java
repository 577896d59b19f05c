package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The script of the operators' page takes what is signed here, and nothing else. */
class VerifyCallbackTest {

  private static final String BODY = "{\"é\":1}";
  private static final List<WebhookSecret> SECRETS =
      List.of(
          WebhookSecret.parse(CallbackRules.OTHER_SECRET),
          WebhookSecret.parse(CallbackRules.SECRET));

  @Test
  void whatIsSignedIsTaken() throws Exception {
    assertEquals(0, verify(signed(Instant.now()), CallbackRules.SECRET, BODY));
  }

  @Test
  void nothingElseIsTaken() throws Exception {
    Map<String, String> now = signed(Instant.now());
    assertNotEquals(0, verify(now, CallbackRules.SECRET, BODY + " "));
    assertNotEquals(0, verify(now, "whsec_" + "A".repeat(44), BODY));
    assertNotEquals(0, verify(signed(Instant.now().minusSeconds(400)), CallbackRules.SECRET, BODY));
  }

  private static Map<String, String> signed(Instant at) {
    return WebhookSignature.headers(SECRETS, "msg_1", at, BODY.getBytes(StandardCharsets.UTF_8));
  }

  private static int verify(Map<String, String> headers, String secret, String body)
      throws Exception {
    Path script = Path.of(VerifyCallbackTest.class.getResource("/verify-callback.sh").toURI());
    ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).inheritIO();
    bash.redirectInput(ProcessBuilder.Redirect.PIPE).environment().put("SECRET", secret);
    headers.forEach(
        (name, value) -> bash.environment().put(name.toUpperCase().replace('-', '_'), value));
    Process process = bash.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return process.waitFor();
  }
}
