package org.mlanalytics.store.presigned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.store.presigned.UploadServer.Fault;

/** What can go wrong between a function, the service and the storage. */
@QuarkusTest
@QuarkusTestResource(UploadServerResource.class)
class UploadTrapsTest {

  private static final int TRIES = 5;

  UploadServer server;
  @Inject ObjectStore store;
  @Inject UploadService service;
  @Inject PresignedConfig config;

  @BeforeEach
  void reset() throws IOException {
    server.reset();
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "TOO_MANY", "NONSENSE"})
  void aServiceThatIsAwayForAMomentIsAskedAgain(Fault fault) throws IOException {
    server.ofService.addAll(Collections.nCopies(TRIES - 1, fault));

    put("a", "rows");

    assertEquals("rows", get("a"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "TOO_MANY", "ANSWER_LOST", "SILENT"})
  void anUploadThatFailedIsRepeated(Fault fault) throws IOException {
    server.ofUploads.add(fault);

    put("a", "rows");

    assertEquals("rows", get("a"));
    assertEquals(2, server.requests.stream().filter(r -> r.startsWith("PUT")).count());
    assertEquals(1, server.pieces());
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "TOO_MANY", "TRUNCATED"})
  void aDownloadThatFailedIsRepeatedFromItsStart(Fault fault) throws IOException {
    put("a", "rows");
    server.ofDownloads.add(fault);

    try (InputStream in = store.open("a")) {
      assertEquals("rows", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aStorageThatStaysAwayIsTransientAndLeavesNothing() {
    server.ofUploads.addAll(Collections.nCopies(TRIES, Fault.BUSY));

    AnalyticsException fault = fault(() -> put("a", "rows"));

    assertEquals(ErrorCode.STORE_UNAVAILABLE, fault.code());
    assertTrue(fault.isTransient());
    assertEquals(0, server.pieces());
  }

  @Test
  void anObjectThatWasStoredShortIsNotTakenForWhole() {
    server.ofUploads.add(Fault.TRUNCATED);

    assertEquals(ErrorCode.STORE_UNAVAILABLE, fault(() -> put("a", "rows")).code());
  }

  @Test
  void aStorageWithoutConditionsIsAskedBefore() throws IOException {
    server.looksAtConditions = false;
    try (ObjectOutput late = store.create("a")) {
      late.write(1);
      put("a", "first");
      assertThrows(FileAlreadyExistsException.class, late::commit);
    }

    assertEquals("first", get("a"));
  }

  @Test
  void aStorageWithoutRangesTellsSizesToo() throws IOException {
    server.knowsRanges = false;
    put("a", "rows");

    assertEquals(4, store.size("a").orElseThrow());
  }

  @Test
  void theServiceIsAskedAsTheScriptsDid() throws IOException {
    put("sl-project/2023-07-11/x.json.gz", "rows");

    assertEquals(
        "{\"action\":\"signedUrl\",\"operation\":\"write\",\"bucketName\":\"ml-analytics\","
            + "\"folderPath\":\"ml-analytics/sl-project/2023-07-11/\",\"expiresIn\":3600,"
            + "\"request\":{\"files\":[\"x.json.gz\"]}}",
        server.asked.stream()
            .filter(request -> request.path("operation").asText().equals("write"))
            .findFirst()
            .orElseThrow()
            .toString());
  }

  @Test
  void druidIsGivenFreshAddressesInTheOrderOfTheObjects() {
    List<String> keys = List.of("d/2", "e/1", "d/1");

    Object uris = store.druidInputSource(keys).get("uris");

    List<String> paths =
        ((List<?>) uris)
            .stream().map(u -> u.toString().replaceAll("^.*/ml-analytics/|\\?.*", "")).toList();
    assertEquals(keys, paths);
    assertEquals(2, server.asked.size(), "one question for each folder");
    assertEquals(
        config.druidReadsFor().toSeconds(), server.asked.get(0).path("expiresIn").asLong());
  }

  @Test
  void aWrongTokenIsRefusedAtOnceAndNotTold() {
    server.token = "another";

    AnalyticsException fault = fault(() -> store.create("a"));

    assertEquals(ErrorCode.STORE_REFUSED, fault.code());
    assertEquals("HTTP 401 of the upload service", fault.getMessage());
    assertEquals(1, server.requests.size(), "a refusal is not asked for again");
  }

  @Test
  void faultsTellNeitherTokenNorAddress() throws IOException {
    put("a", "rows");
    Transfers transfers = new Transfers(config);
    SignedAddress read =
        service.sign(UploadService.Operation.READ, "", List.of("a"), config.signedFor()).get(0);
    SignedAddress elsewhere =
        new SignedAddress("b", URI.create(read.uri().toString().replace("/a?", "/b?")));

    AnalyticsException refused = fault(() -> transfers.size(elsewhere));

    assertEquals(ErrorCode.STORE_REFUSED, refused.code());
    assertTrue(refused.getMessage().contains("b: HTTP 403"), refused.getMessage());
    server.ofDownloads.add(Fault.TRUNCATED);
    Path file = Files.createTempFile("t", "t");
    for (Throwable fault : List.of(refused, fault(() -> transfers.get(read, file)))) {
      StringWriter all = new StringWriter();
      fault.printStackTrace(new PrintWriter(all));
      assertFalse(UploadServer.tells(all.toString()), all::toString);
    }
    assertFalse(UploadServer.tells(read.toString()), read::toString);
  }

  @Test
  void anAddressThatExpiredIsRefused() {
    SignedAddress late =
        service.sign(UploadService.Operation.READ, "", List.of("a"), Duration.ZERO).get(0);

    assertEquals(ErrorCode.STORE_REFUSED, fault(() -> new Transfers(config).size(late)).code());
  }

  private static AnalyticsException fault(Executable call) {
    return assertThrows(AnalyticsException.class, call);
  }

  private void put(String key, String text) throws IOException {
    try (ObjectOutput out = store.create(key)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.commit();
    }
  }

  private String get(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
