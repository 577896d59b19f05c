package org.mlanalytics.core.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.mlanalytics.core.Mutations;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;

/** What holds for every submission. The sink checks that every row is one of the dataset. */
class StatusPropertiesTest {

  @Property
  void whateverIsMissingOrOfAWrongTypeNothingIsThrown(@ForAll Submissions kind, @ForAll long seed) {
    BsonDocument submission = kind.complete();
    new Mutations(new Random(seed)).apply(submission);
    CollectedRows rows = kind.sink();
    Outcome outcome = kind.transform(submission, rows);
    int expected = outcome instanceof Outcome.Rows sent ? sent.count() : 0;
    assertEquals(expected, rows.rows().size());
    assertEquals(expected, new HashSet<>(rows.rows()).size(), "no row comes twice");
  }

  @Property(tries = 20)
  void allCriteriaOfNestedThemesAreLandedHoweverDeep(@ForAll Random random) {
    int depth = 1 + random.nextInt(90);
    BsonDocument node = theme(depth);
    for (int i = depth - 1; i > 0; i--) {
      node = theme(i).append("children", new BsonArray(List.of(node)));
    }
    BsonDocument submission =
        Submissions.OBSERVATIONS.complete().append("themes", new BsonArray(List.of(node)));
    CollectedRows rows = Submissions.OBSERVATIONS.sink();
    Submissions.OBSERVATIONS.transform(submission, rows);
    assertEquals(depth, rows.rows().get(0).get("themes").get(0).get("criteria").size());
  }

  private static BsonDocument theme(int number) {
    BsonObjectId id = new BsonObjectId(new ObjectId("%024x".formatted(number)));
    return new BsonDocument("criteria", new BsonArray(List.of(new BsonDocument("criteriaId", id))));
  }
}
