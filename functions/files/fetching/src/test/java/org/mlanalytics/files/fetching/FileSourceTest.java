package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.NOT_FOUND;
import static org.mlanalytics.files.fetching.RefusalReason.PATH_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.SCHEME_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.TOO_LARGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files below the configured directories, and no others. */
class FileSourceTest {

  @TempDir Path world;

  private Path inbox;
  private FetchPolicy policy;

  @BeforeEach
  void files() throws IOException {
    inbox = Files.createDirectories(world.resolve("inbox/day"));
    inbox = inbox.getParent();
    Files.writeString(inbox.resolve("day/a b.csv"), "station\n1\n");
    Files.writeString(Files.createDirectory(world.resolve("secret")).resolve("key"), "secret");
    Files.writeString(Files.createDirectory(world.resolve("inbox-2")).resolve("key"), "secret");
    policy =
        FetchPolicy.builder()
            .schemes(List.of("file"))
            .directories(List.of(world.resolve("missing"), inbox))
            .maxBytes(100)
            .build();
  }

  @Test
  void below() throws IOException {
    assertEquals(10, fetch("day/a%20b.csv").bytes());
  }

  @Test
  void byALinkThatStaysBelow() throws IOException {
    Files.createSymbolicLink(inbox.resolve("today"), Path.of("day"));
    assertEquals(10, fetch("today/a%20b.csv").bytes());
  }

  @Test
  void theDirectoryItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(world.resolve("link"), inbox);
    FetchPolicy linked =
        FetchPolicy.builder().schemes(List.of("file")).directories(List.of(link)).build();
    assertEquals(
        10, Refusals.fetch(World.fetcher(), "file://" + link + "/day/a%20b.csv", linked).bytes());
  }

  @Test
  void linksThatLeadOut() throws IOException {
    Files.createSymbolicLink(inbox.resolve("key"), world.resolve("secret/key"));
    Files.createSymbolicLink(inbox.resolve("out"), world.resolve("secret"));
    Files.createSymbolicLink(inbox.resolve("next"), Path.of("out"));
    Files.createSymbolicLink(inbox.resolve("round"), Path.of("round"));
    for (String path : List.of("key", "out/key", "next/key", "round")) {
      refuse(path, PATH_FORBIDDEN);
    }
  }

  @Test
  void stepsThatLeadOut() throws IOException {
    for (String path :
        List.of(
            "../secret/key",
            "%2e%2e/secret/key",
            "day/..%2f../secret/key",
            "day/../../secret/key",
            "../inbox-2/key",
            "./day/a%20b.csv",
            "")) {
      refuse(path, PATH_FORBIDDEN);
    }
    for (String address : List.of("file:///etc/passwd", "file:/proc/self/environ", "file:///")) {
      Refusals.of(address, policy, PATH_FORBIDDEN);
    }
  }

  @Test
  void whatIsNoPlainFile() throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder("mkfifo", inbox.resolve("pipe").toString()).inheritIO().start();
    assertEquals(true, made.waitFor(10, TimeUnit.SECONDS));
    refuse("pipe", PATH_FORBIDDEN);
    refuse("day", PATH_FORBIDDEN);
    refuse("day/a%20b.csv/x", PATH_FORBIDDEN);
  }

  @Test
  void oddAddresses() {
    for (String address :
        List.of(
            "file://localhost" + inbox + "/day/a%20b.csv",
            "file://127.0.0.1/a",
            "file:" + "a.csv",
            "file://" + inbox + "/day/a%20b.csv?x=1",
            "file://" + inbox + "/day/a%00.csv")) {
      Refusals.of(address, policy, ADDRESS_INVALID);
    }
  }

  @Test
  void missingAndTooLarge() throws IOException {
    refuse("day/b.csv", NOT_FOUND);
    Files.write(inbox.resolve("large"), new byte[101]);
    refuse("large", TOO_LARGE);
  }

  @Test
  void offByDefault() {
    FetchPolicy none = World.policy().build();
    Refusals.of("file://" + inbox + "/day/a%20b.csv", none, SCHEME_FORBIDDEN);
    FetchPolicy noDirectory = FetchPolicy.builder().schemes(List.of("file")).build();
    Refusals.of("file://" + inbox + "/day/a%20b.csv", noDirectory, PATH_FORBIDDEN);
  }

  private Fetched fetch(String path) throws IOException {
    return Refusals.fetch(World.fetcher(), "file://" + inbox + "/" + path, policy);
  }

  private void refuse(String path, RefusalReason reason) {
    Refusals.of("file://" + inbox + "/" + path, policy, reason);
  }
}
