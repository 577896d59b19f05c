package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;

/**
 * Proves, once in a process and before its first submission, that Druid reads the directory that
 * rows are landed in: Druid's sampler has to find a fresh token there. Other stores need no such
 * proof.
 */
@ApplicationScoped
public class DirectoryProof {

  /**
   * The only batch type that the sampler of Druid 33 knows; it reads as {@code index_parallel}
   * does.
   */
  private static final String SAMPLED = "index";

  private final ObjectStore store;
  private final Druid druid;
  private final ObjectMapper json;
  private volatile boolean proven;

  DirectoryProof(ObjectStore store, Druid druid, ObjectMapper json) {
    this.store = store;
    this.druid = druid;
    this.json = json;
  }

  /**
   * @throws AnalyticsException {@link ErrorCode#DIRECTORY_NOT_SHARED}
   */
  public void ensure() throws IOException {
    if (proven || !(store instanceof LocalObjectStore)) {
      return;
    }
    String token = UUID.randomUUID().toString();
    String key = ".tokens/" + token + ".json";
    write(key, "{\"time\":\"2000-01-01T00:00:00Z\",\"token\":\"" + token + "\"}\n");
    try {
      JsonNode answer = druid.sample(sampler(key));
      if (!answer.path("data").toString().contains(token)) {
        throw new AnalyticsException(
            ErrorCode.DIRECTORY_NOT_SHARED, "the sampler read other data than were written");
      }
      proven = true;
    } catch (AnalyticsException e) {
      throw e.code() == ErrorCode.DRUID_REFUSED
          ? new AnalyticsException(ErrorCode.DIRECTORY_NOT_SHARED, e.getMessage(), e)
          : e;
    } finally {
      store.delete(key);
    }
  }

  private void write(String key, String line) throws IOException {
    try (ObjectOutput out = store.create(key)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.commit();
    }
  }

  private ObjectNode sampler(String key) {
    ObjectNode request = json.createObjectNode().put("type", SAMPLED);
    ObjectNode spec = request.putObject("spec");
    ObjectNode io = spec.putObject("ioConfig").put("type", SAMPLED);
    io.set("inputSource", json.valueToTree(store.druidInputSource(List.of(key))));
    io.putObject("inputFormat").put("type", "json");
    ObjectNode schema = spec.putObject("dataSchema").put("dataSource", "token");
    schema.putObject("timestampSpec").put("column", "time").put("format", "iso");
    schema.putObject("dimensionsSpec").putArray("dimensions").add("token");
    schema.putObject("granularitySpec").put("rollup", false);
    request.putObject("samplerConfig").put("numRows", 1);
    return request;
  }
}
