package org.mlanalytics.core.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.mlanalytics.core.Golden;
import org.mlanalytics.core.Mutations;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.project.Projects;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.status.Submissions;

/** Every snapshot of random rows equals what a second, slow and obvious computation gives. */
class SnapshotPropertiesTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DAY = "2023-07-10T18:30:00.000Z";

  private static final List<Snapshot> ALL =
      List.of(
          Snapshots.PROJECT_STATUS,
          Snapshots.PROJECT_PROGRAM_STATUS,
          Snapshots.OBSERVATION,
          Snapshots.OBSERVATION_DOMAIN,
          Snapshots.OBSERVATION_DOMAIN_CRITERIA,
          Snapshots.SURVEY);

  @Property(tries = 300)
  void aSnapshotIsTheNaiveGrouping(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Snapshot snapshot = ALL.get(random.nextInt(ALL.size()));
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      rows.add(row(snapshot, random));
    }
    SnapshotCounter counter = new SnapshotCounter(snapshot);
    rows.forEach(row -> counter.add(new JsonRow(row)));
    CollectedRows actual = new CollectedRows(snapshot.dataset());
    counter.write(DAY, actual);
    Golden.assertRows(naive(snapshot, rows), actual.rows());
  }

  @Property(tries = 200)
  void aSnapshotOfRandomDocumentsIsTheNaiveGroupingOfTheirRows(@ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    Snapshot snapshot = ALL.get(random.nextInt(ALL.size()));
    CollectedRows landed = landed(snapshot.source().name(), random);
    SnapshotCounter counter = new SnapshotCounter(snapshot);
    landed.rows().forEach(row -> counter.add(new JsonRow(row)));
    CollectedRows actual = new CollectedRows(snapshot.dataset());
    counter.write(DAY, actual);
    Golden.assertRows(
        naive(snapshot, landed.rows().stream().map(ObjectNode.class::cast).toList()),
        actual.rows());
  }

  /** The rows of some documents of few users, with missing and odd parts. */
  private static CollectedRows landed(String source, Random random) {
    boolean projects = source.equals("sl-project");
    Submissions kind =
        source.equals("ml-survey-status") ? Submissions.SURVEYS : Submissions.OBSERVATIONS;
    CollectedRows rows = projects ? Projects.sink() : kind.sink();
    for (int i = random.nextInt(8); i >= 0; i--) {
      BsonDocument document = projects ? Projects.complete() : kind.complete();
      document.append("_id", new BsonString("id" + i));
      document.append(projects ? "userId" : "createdBy", new BsonString("u" + random.nextInt(3)));
      new Mutations(random).apply(document);
      if (projects) {
        Projects.transform(document, rows);
      } else {
        kind.transform(document, rows);
      }
    }
    return rows;
  }

  /** All groups of a set of flat rows: the text of the group's columns, and the ids seen in it. */
  private static List<JsonNode> naive(Snapshot snapshot, List<ObjectNode> rows) {
    String name = snapshot.dataset().name();
    Map<String, ObjectNode> groups = new TreeMap<>();
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (ObjectNode row : rows) {
      for (ObjectNode flat : flat(name, row)) {
        ObjectNode group = JSON.objectNode();
        for (Column column : snapshot.groups()) {
          if (flat.has(column.name())) {
            group.set(column.name(), flat.get(column.name()));
          }
        }
        groups.put(group.toString(), group);
        for (Measure measure : snapshot.measures()) {
          Set<String> seen =
              ids.computeIfAbsent(group + measure.column().name(), key -> new HashSet<>());
          if (flat.has(measure.distinct().name()) && counts(measure.column().name(), flat)) {
            seen.add(flat.get(measure.distinct().name()).asText());
          }
        }
      }
    }
    List<JsonNode> result = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          ObjectNode row = group.deepCopy().put("time_stamp", DAY);
          snapshot
              .measures()
              .forEach(m -> row.put(m.column().name(), ids.get(key + m.column().name()).size()));
          result.add(row);
        });
    return result;
  }

  private static boolean counts(String measure, ObjectNode row) {
    return switch (measure) {
      case "no_of_certificate_issued" -> is(row, "certificate_status_customised", "Issued");
      case "no_of_imp_with_evidence" ->
          row.path("evidence_status").asBoolean() && is(row, "status_of_project", "submitted");
      case "no_of_imp_with_evidence_inprogress" ->
          row.path("evidence_status").asBoolean() && is(row, "status_of_project", "inProgress");
      default -> true;
    };
  }

  private static List<ObjectNode> flat(String dataset, ObjectNode row) {
    if (!dataset.startsWith("ml-obs-domain")) {
      return List.of(row);
    }
    if (!is(row, "status", "completed") || !is(row, "solution_type", "observation_with_rubric")) {
      return List.of();
    }
    List<ObjectNode> flat = new ArrayList<>();
    for (JsonNode theme : row.path("themes")) {
      ObjectNode domain = row.deepCopy();
      copy(theme, "name", domain, "domain_name");
      copy(theme, "externalId", domain, "domain_externalId");
      copy(theme, "pointsBasedLevel", domain, "domain_level");
      if (dataset.equals("ml-obs-domain") || theme.path("criteria").isEmpty()) {
        flat.add(domain);
        continue;
      }
      for (JsonNode wanted : theme.path("criteria")) {
        boolean found = false;
        for (JsonNode criterion : row.path("criteria")) {
          String id = wanted.get("criteriaId").asText();
          if (is(criterion, "_id", id) || is(criterion, "parentCriteriaId", id)) {
            ObjectNode paired = domain.deepCopy();
            copy(criterion, "name", paired, "criteria_name");
            copy(criterion, "score", paired, "criteria_score");
            copy(criterion, "_id", paired, "criteria_id");
            flat.add(paired);
            found = true;
          }
        }
        if (!found) {
          flat.add(domain);
        }
      }
    }
    return flat.isEmpty() ? List.of(row) : flat;
  }

  private static void copy(JsonNode from, String field, ObjectNode to, String name) {
    if (from.has(field)) {
      to.set(name, from.get(field));
    }
  }

  private static boolean is(JsonNode row, String field, String value) {
    return value.equals(row.path(field).asText(null));
  }

  private static ObjectNode row(Snapshot snapshot, Random random) {
    ObjectNode row = JSON.objectNode();
    for (Column column : snapshot.reads()) {
      switch (column.name()) {
        case "status_of_project" -> put(row, column, random, "started", "inProgress", "submitted");
        case "certificate_status_customised" -> put(row, column, random, "Issued", "");
        case "status" -> put(row, column, random, "completed", "completed", "started");
        case "solution_type" ->
            put(row, column, random, "observation_with_rubric", "observation_with_out_rubric");
        case "evidence_status" -> row.put(column.name(), random.nextBoolean());
        default -> put(row, column, random, "a", "b", "a b\"", "ü");
      }
    }
    if (random.nextInt(4) > 0) {
      for (int i = random.nextInt(3); i > 0; i--) {
        ObjectNode theme = row.withArray("themes").addObject();
        put(theme, "name", random, "Safety", "Learning");
        put(theme, "externalId", random, "S", "L");
        put(theme, "pointsBasedLevel", random, "L1", "L2");
        for (int c = random.nextInt(3); c > 0; c--) {
          theme.withArray("criteria").addObject().put("criteriaId", "c" + random.nextInt(3));
        }
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        ObjectNode criterion = row.withArray("criteria").addObject();
        put(criterion, "_id", random, "c0", "c1", "x");
        put(criterion, "parentCriteriaId", random, "c1", "c2");
        put(criterion, "name", random, "Fire", "Water");
        put(criterion, "score", random, "L1", "L2");
      }
    }
    return row;
  }

  private static void put(ObjectNode row, Column column, Random random, String... values) {
    put(row, column.name(), random, values);
  }

  /** One of the values, or nothing. */
  private static void put(ObjectNode row, String field, Random random, String... values) {
    int choice = random.nextInt(values.length + 1);
    if (choice < values.length) {
      row.put(field, values[choice]);
    }
  }

  @Property
  void aDictionaryNumbersTextsOnce(@ForAll List<String> texts) {
    TextDictionary dictionary = new TextDictionary();
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (String text : texts) {
      String plain = text.replaceAll("[\\ud800-\\udfff]", "?");
      Integer before = codes.putIfAbsent(plain, codes.size());
      assertEquals(before == null ? codes.size() - 1 : before, dictionary.code(plain));
    }
  }

  @Property
  void aSetCountsDistinctNumbers(@ForAll Set<Short> numbers) {
    CodeSet set = new CodeSet();
    numbers.forEach(number -> set.add(number & 0xFFFF));
    numbers.forEach(number -> set.add(number & 0xFFFF));
    assertEquals(numbers.size(), set.size());
  }
}
