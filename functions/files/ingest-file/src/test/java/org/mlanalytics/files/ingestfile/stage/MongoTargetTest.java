package org.mlanalytics.files.ingestfile.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoCollection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.runtime.testing.TestLedger;

class MongoTargetTest {

  @RegisterExtension final TestLedger mongo = new TestLedger();

  @Test
  void rowsThatAreLoadedAgainReplaceThemselves() throws Exception {
    load("a,b\n1,x\n2,y\n3,z\n", List.of("a"), "one");
    load("a,b\n1,x\n2,changed\n3,z\n", List.of("a"), "two");

    assertEquals(List.of("x", "changed", "z"), values("b"));
    assertEquals(List.of("two", "two", "two"), values(MongoRow.FILE));
    assertEquals(List.of(2L, 3L, 4L), values(MongoRow.LINE));
  }

  @Test
  void withoutAKeyARowIsItsDigest() throws Exception {
    load("a,b\n1,x\n1,x\n1,y\n", List.of(), "one");
    load("a,b\n1,x\n", List.of(), "two");

    assertEquals(2, values("_id").size());
  }

  @Test
  void aRowWithoutAPartOfItsKeyIsItsDigest() throws Exception {
    load("a,b\n,x\n,y\n1,z\n", List.of("a", "b"), "one");

    Set<Class<?>> ids = values("_id").stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(String.class, Document.class), ids);
    assertEquals(3, values("_id").size());
  }

  @Test
  void columnsAreFieldsWhateverTheirNames() throws Exception {
    load("_id,a.b,$c,d%\n1,2,3,4\n", List.of(), "one");

    Document row = collection().find().first();
    assertEquals(
        List.of("_id", "%5Fid", "a%2Eb", "%24c", "d%25", MongoRow.FILE, MongoRow.LINE),
        new ArrayList<>(row.keySet()));
  }

  private void load(String csv, List<String> key, String sha256) throws Exception {
    MongoTarget target = new MongoTarget(collection(), key, sha256, 2);
    FileChecker.check(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        FileFormat.csv(),
        null,
        CheckLimits.defaults(),
        target,
        bad -> {});
    target.complete();
    assertEquals(csv.lines().count() - 1, target.loaded());
  }

  private List<Object> values(String field) {
    List<Object> values = new ArrayList<>();
    collection().find().forEach(row -> values.add(row.get(field)));
    return values;
  }

  private MongoCollection<Document> collection() {
    return mongo.client().getDatabase(mongo.database()).getCollection("rows");
  }
}
