package org.mlanalytics.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.testing.TestLedger;

/** The server has done what it was asked, but its answer does not arrive. */
class LostReplyTest {

  private static final RunIdentity RUN = identity("extract-projects", "p1");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  @Test
  void claimWhoseInsertWasNotAnsweredOwnsTheRun() {
    Claim claim = losing("insertOne", 1).claim(event(RUN, 1));

    assertEquals(1, assertInstanceOf(Claim.Owned.class, claim).run().attempt());
  }

  @Test
  void claimWhoseTakeOverWasNotAnsweredOwnsTheRunWithOneTakeOver() {
    own(mongo.runs(), event(RUN, 1));
    mongo.time().advance(TestLedger.LEASE);

    Claim claim = losing("findOneAndUpdate", 1).claim(event(RUN, 1));

    assertEquals(1, assertInstanceOf(Claim.Owned.class, claim).run().takeOvers());
    assertEquals(2, claim.run().lease().epoch());
  }

  @Test
  void serverThatNeverAnswersIsNotAskedForEver() {
    own(mongo.runs(), event(RUN, 1)).await("away");
    RunLedger ledger = losing("find", Integer.MAX_VALUE);

    assertThrows(MongoSocketException.class, () -> ledger.claim(event(RUN, 1)));
  }

  @Test
  void ownerWhoseUpdateWasNotAnsweredStillOwnsTheRun() {
    Claim claim = losing("findOneAndUpdate", 1).claim(event(RUN, 1));
    RunHandle handle = assertInstanceOf(Claim.Owned.class, claim).handle();

    assertThrows(
        MongoSocketException.class,
        () -> handle.extracted(Counts.NONE, java.util.List.of(), "landed"));
    handle.await("the server was away");

    assertEquals(RunState.EXTRACTED, own(mongo.runs(), event(RUN, 1)).run().state());
  }

  @SuppressWarnings("unchecked")
  private RunLedger losing(String method, int times) {
    MongoCollection<Document> runs = mongo.collection(LedgerIndexes.RUNS);
    AtomicInteger left = new AtomicInteger(times);
    MongoCollection<Document> lossy =
        (MongoCollection<Document>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, called, arguments) -> {
                  Object answer;
                  try {
                    answer = called.invoke(runs, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                  if (called.getName().equals(method) && left.getAndDecrement() > 0) {
                    throw new MongoSocketReadException("no answer", new ServerAddress());
                  }
                  return answer;
                });
    return new RunLedger(lossy, mongo.clock(), TestLedger.LEASE, TestLedger.MAX_TAKE_OVERS, "test");
  }
}
