package org.mlanalytics.runtime.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.ConnectException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void aServerThatIsAwayMayComeBack() {
    MongoTimeoutException timeout = new MongoTimeoutException("no server");
    MongoSocketOpenException refused =
        new MongoSocketOpenException("refused", new ServerAddress(), new ConnectException());

    assertTrue(Faults.mayPass(timeout));
    assertTrue(Faults.mayPass(refused));
    assertEquals(ErrorCode.SOURCE_UNAVAILABLE, Faults.coded(timeout).code());
    assertEquals(ErrorCode.STORE_UNAVAILABLE, Faults.coded(new IOException("full")).code());
  }

  @Test
  void aServerThatRefusesWillRefuseAgain() {
    MongoCommandException refused =
        new MongoCommandException(
            BsonDocument.parse("{'ok': 0, 'code': 10334, 'errmsg': 'too large'}"),
            new ServerAddress());

    assertFalse(Faults.mayPass(refused));
    assertEquals(ErrorCode.UNEXPECTED, Faults.coded(refused).code());
  }

  @Test
  void aKnownFaultKeepsItsCode() {
    AnalyticsException known = new AnalyticsException(ErrorCode.SHRINKS, "less");

    assertSame(known, Faults.coded(known));
    assertFalse(Faults.mayPass(known));
    assertTrue(Faults.mayPass(new AnalyticsException(ErrorCode.DRUID_UNAVAILABLE, "away")));
  }
}
