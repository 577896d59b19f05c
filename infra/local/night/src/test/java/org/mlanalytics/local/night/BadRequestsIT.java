package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers get for requests that cannot be met: a problem document with a stable code. */
class BadRequestsIT {

  private static final String JSON = "application/json";

  private static Installation installation;
  private static FunctionsApi api;

  @BeforeAll
  static void up() throws IOException {
    installation = new Installation().withSamples();
    api = installation.suite().api();
    Installation.gather(api, "failed-only");
  }

  @AfterAll
  static void down() throws IOException {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void aCallerThatWouldRatherSpeakHttp2IsAnsweredAsAnyOther() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.url() + "/runs"))
            .version(HttpClient.Version.HTTP_2)
            .header("Content-Type", JSON)
            .POST(HttpRequest.BodyPublishers.ofString("{\"function\":\"no-such-function\"}"))
            .build();

    assertEquals(
        404,
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .statusCode());
  }

  @ParameterizedTest(name = "{0} {2}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown function         | /runs        | application/json | {"function":"no-such-function"}                                          | MLA-1001 | 404
          no function              | /runs        | application/json | {}                                                                       | MLA-1002 | 400
          no JSON                  | /runs        | application/json | {"function":                                                             | MLA-1002 | 400
          JSON of another shape    | /runs        | application/json | ["gather-programs"]                                                      | MLA-1002 | 400
          unknown policy           | /runs        | application/json | {"function":"gather-programs","policy":"perhaps"}                        | MLA-1002 | 400
          misspelt field           | /runs        | application/json | {"function":"gather-programs","busynessDate":"2023-07-11"}               | MLA-1002 | 400
          malformed date           | /runs        | application/json | {"function":"gather-programs","businessDate":"11.07.2023"}               | MLA-1003 | 400
          impossible date          | /runs        | application/json | {"function":"gather-programs","businessDate":"2023-02-30"}               | MLA-1003 | 400
          unknown program          | /runs        | application/json | {"function":"extract-projects","businessDate":"2023-07-11","scope":"x"}  | MLA-1004 | 404
          no program               | /runs        | application/json | {"function":"extract-projects","businessDate":"2023-07-11"}              | MLA-1002 | 400
          night that never was     | /runs        | application/json | {"function":"extract-projects","businessDate":"1999-01-01","scope":"x"}  | MLA-2003 | 404
          wrong media type         | /runs        | text/plain       | gather                                                                   | MLA-1006 | 415
          no media type of ours    | /runs        | application/xml  | <run/>                                                                   | MLA-1006 | 415
          unknown address          | /no/such     | application/json | {}                                                                       | MLA-1007 | 404
          method not allowed       | /functions   | application/json | {}                                                                       | MLA-1008 | 405
          plain call, bad date     | /gather-programs  | application/json | {"businessDate":"tomorrow"}                                         | MLA-1003 | 400
          plain call, no program   | /extract-projects | application/json | {"businessDate":"2023-07-11","scope":"x"}                           | MLA-1004 | 404
          plain call, no JSON      | /gather-programs  | application/json | {"businessDate":                                                    | MLA-1002 | 400
          """)
  void getAProblemDocument(
      String name, String path, String mediaType, String body, String code, int status)
      throws IOException {
    assertProblem(api.post(path, mediaType, body), code, status);
  }

  @ParameterizedTest
  @CsvSource({"/runs", "/gather-programs"})
  void getAProblemDocumentForALargeBody(String path) throws IOException {
    String large = "{\"function\":\"" + "x".repeat(1 << 17) + "\"}";
    assertProblem(api.post(path, JSON, large), "MLA-1005", 413);
  }

  @ParameterizedTest
  @CsvSource({"/runs/no-such-run", "/pipelines/projects/1999-01-01"})
  void getAProblemDocumentForWhatDoesNotExist(String path) throws IOException {
    assertProblem(api.get(path), "MLA-1007", 404);
  }

  @ParameterizedTest
  @CsvSource({"/runs?limit=many", "/rejects"})
  void getAProblemDocumentForAQueryThatCannotBeRead(String path) throws IOException {
    assertProblem(api.get(path), "MLA-1002", 400);
  }

  private static void assertProblem(FunctionsApi.Answer answer, String code, int status) {
    assertAll(
        () -> assertEquals(status, answer.status(), answer.toString()),
        () -> assertEquals("application/problem+json", answer.mediaType(), answer.toString()),
        () -> assertEquals(code, answer.body().path("code").asText(), answer.toString()),
        () -> assertEquals(status, answer.body().path("status").asInt()),
        () -> assertFalse(answer.body().path("title").asText().isEmpty()));
  }
}
