package org.mlanalytics.local.night;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows that the sample documents have to give, as published columns. */
final class GoldenRows {

  /** Columns that stay in the landed objects. */
  private static final List<String> LANDED = List.of("evidence_status", "themes", "criteria");

  private GoldenRows() {}

  static List<Map<String, Object>> of(String resource) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Map<String, Object>> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                GoldenRows.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Map<String, Object> row =
            json.readValue(line, new TypeReference<TreeMap<String, Object>>() {});
        LANDED.forEach(row::remove);
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparing(Object::toString));
    return rows;
  }
}
