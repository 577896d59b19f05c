package org.mlanalytics.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * SQL over HTTP. A data source without segments is a table that does not exist, hence an {@link
 * IOException}.
 */
public final class DruidSql {

  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

  private final DruidHttp http;

  /** SQL behind a router's URL. */
  public DruidSql(String url) {
    this(new DruidHttp(url));
  }

  DruidSql(DruidHttp http) {
    this.http = http;
  }

  /** The rows, each with its columns in the order of the query. */
  public List<Map<String, Object>> rows(String sql) throws IOException {
    String query =
        DruidHttp.JSON
            .createObjectNode()
            .put("query", sql)
            .put("resultFormat", "object")
            .toString();
    JsonNode rows = http.post("/druid/v2/sql", query);
    return DruidHttp.JSON.convertValue(rows, ROWS);
  }

  /** The one number of a query with one row of one column. */
  public long number(String sql) throws IOException {
    List<Map<String, Object>> rows = rows(sql);
    if (rows.size() != 1 || rows.get(0).size() != 1) {
      throw new IllegalArgumentException("Not one value: " + sql);
    }
    return ((Number) rows.get(0).values().iterator().next()).longValue();
  }
}
