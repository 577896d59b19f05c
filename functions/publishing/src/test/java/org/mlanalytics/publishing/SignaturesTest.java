package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Server returned 403 for URL: http://s3:9000/b/k.json.gz?X-Amz-Signature=abc&x=1 | Server returned 403 for URL: http://s3:9000/b/k.json.gz?…
          {"uris":["https://h/a?sig=1","https://h/b?sig=2"]}                              | {"uris":["https://h/a?…","https://h/b?…"]}
          out of disk?                                                                    | out of disk?
          """)
  void addressesLoseTheirQueries(String text, String left) {
    assertEquals(left, Signatures.removed(text));
  }

  @Test
  void nothingStaysNothing() {
    assertNull(Signatures.removed(null));
  }
}
