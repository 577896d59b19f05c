package org.mlanalytics.files.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the function is, and who asks. */
final class Server {

  private static final String TOKEN = "MLA_FILES_TOKEN";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:MLA_FILES_URL:-http://127.0.0.1:8080}",
      description = "Address of ingest-file (MLA_FILES_URL; default: http://127.0.0.1:8080).")
  private URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:MLA_FILES_TOKEN_FILE}",
      description = {
        "File that holds the token (MLA_FILES_TOKEN_FILE). Without it the token is the value of",
        "MLA_FILES_TOKEN. It is no argument, because others see the arguments of a process."
      })
  private Path tokenFile;

  FilesApi api() {
    return new FilesApi(url, token());
  }

  private String token() {
    if (tokenFile == null) {
      String token = System.getenv(TOKEN);
      if (token == null || token.isBlank()) {
        throw CommandFailure.usage("no token: set " + TOKEN + " or --token-file");
      }
      return token.strip();
    }
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw CommandFailure.usage("the token file cannot be read: " + tokenFile);
    }
  }
}
