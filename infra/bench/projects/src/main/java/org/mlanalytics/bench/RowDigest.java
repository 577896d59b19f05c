package org.mlanalytics.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What two contenders wrote, to be compared: the number of rows, and a digest that depends neither
 * on the order of rows nor on that of columns.
 */
record RowDigest(long rows, String digest) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, Object>> SORTED = new TypeReference<>() {};

  /** Of all files {@code *.json} and {@code *.json.gz} below a folder. */
  static RowDigest of(Path folder) throws IOException {
    List<String> digests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(RowDigest::holdsRows).toList()) {
        add(file, digests);
      }
    }
    Collections.sort(digests);
    MessageDigest all = sha256();
    digests.forEach(row -> all.update(row.getBytes(StandardCharsets.US_ASCII)));
    return new RowDigest(digests.size(), HexFormat.of().formatHex(all.digest()));
  }

  @Override
  public String toString() {
    return "%,d rows, SHA-256 %s…".formatted(rows, digest.substring(0, 16));
  }

  private static boolean holdsRows(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".json") || name.endsWith(".json.gz")) && !name.contains(".manifest.");
  }

  private static void add(Path file, List<String> digests) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] row = JSON.writeValueAsBytes(JSON.readValue(line, SORTED));
        digests.add(HexFormat.of().formatHex(sha256().digest(row)));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
