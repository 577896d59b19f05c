package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.ColumnType;
import org.mlanalytics.core.dataset.Dataset;

/**
 * Druid's specification of the supervisor that reads the rows of a stream dataset from a topic, as
 * the existing installations have it. Druid reads committed records only, and remembers in its own
 * metadata how far it is.
 */
public final class SupervisorSpec {

  private static final String MEASURE = "questionResponseLabel_number";
  private static final String METRIC = "question_response_number";

  private static final Duration START_DELAY = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private SupervisorSpec() {}

  /**
   * The supervisor of a dataset, to be sent to {@code POST /druid/indexer/v1/supervisor}.
   *
   * @param settings what the installation decides
   */
  public static ObjectNode kafka(Dataset dataset, String topic, SupervisorSettings settings) {
    ObjectNode supervisor = JSON.createObjectNode().put("type", "kafka");
    ObjectNode spec = supervisor.putObject("spec");
    spec.set("dataSchema", dataSchema(dataset));
    ObjectNode io =
        spec.putObject("ioConfig")
            .put("topic", topic)
            .put("useEarliestOffset", true)
            .put("taskCount", settings.taskCount())
            .put("replicas", settings.replicas())
            .put("taskDuration", text(settings.taskDuration()))
            .put("startDelay", text(shorter(settings.period(), START_DELAY)))
            .put("period", text(settings.period()));
    io.putObject("inputFormat").put("type", "json");
    io.set("consumerProperties", JSON.valueToTree(consumer(settings)));
    spec.putObject("tuningConfig")
        .put("type", "kafka")
        .put("reportParseExceptions", false)
        .put("offsetFetchPeriod", text(settings.period()));
    return supervisor;
  }

  private static Map<String, String> consumer(SupervisorSettings settings) {
    Map<String, String> properties = new TreeMap<>(settings.consumerProperties());
    properties.put("bootstrap.servers", settings.bootstrapServers());
    properties.put("isolation.level", "read_committed");
    return properties;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** As Druid writes durations, so that what it has can be compared with what it was sent. */
  private static String text(Duration duration) {
    String fraction =
        duration.toMillisPart() == 0 ? "" : ".%03d".formatted(duration.toMillisPart());
    return "PT" + duration.toSeconds() + fraction + "S";
  }

  private static ObjectNode dataSchema(Dataset dataset) {
    ObjectNode schema = JSON.createObjectNode().put("dataSource", dataset.name());
    schema
        .putObject("timestampSpec")
        .put("column", dataset.timeColumn().name())
        .put("format", "auto");
    ArrayNode dimensions = schema.putObject("dimensionsSpec").putArray("dimensions");
    for (Column column : dataset.columns(ColumnRole.PUBLISHED)) {
      dimensions.addObject().put("type", type(column.type())).put("name", column.name());
    }
    ArrayNode metrics = schema.putArray("metricsSpec");
    if (dataset.column(MEASURE).isPresent()) {
      metrics.addObject().put("type", "floatSum").put("name", METRIC).put("fieldName", MEASURE);
    }
    ObjectNode granularity =
        schema
            .putObject("granularitySpec")
            .put("type", "uniform")
            .put("segmentGranularity", dataset.segmentGranularity().name())
            .put("rollup", false);
    // the long form is the one that Druid gives back
    granularity
        .putObject("queryGranularity")
        .put("type", dataset.queryGranularity().name().toLowerCase(Locale.ROOT));
    return schema;
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case LONG -> "long";
      case FLOAT -> "float";
      case TEXT, SCALAR, BOOLEAN, LIST -> "string";
    };
  }
}
