package org.mlanalytics.files.ingestfile.callback;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * The callbacks that are due, and what became of the others: one document for each request that has
 * one, made when the request is taken. A claim moves the time at which it is due next behind the
 * claim's end, so that one whose worker died comes up again. Single-document operations only.
 */
public final class DeliveryStore {

  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> deliveries;
  private final LedgerClock clock;

  /**
   * @param deliveries collection of callbacks, with majority write concern and primary reads
   * @param clock time of the ledger's server
   */
  public DeliveryStore(MongoCollection<Document> deliveries, LedgerClock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Notes that the end of a request is to be told; once, however often it is called. */
  void expect(AcceptedRequest accepted) {
    Instant now = clock.now();
    Document d =
        new Document("_id", accepted.key())
            .append("tenant", accepted.tenant())
            .append("state", DeliveryState.WAITING.name())
            .append("createdAt", Date.from(now))
            .append("attempts", 0)
            .append("dueAt", Date.from(now.plus(RetrySchedule.untilNextLook(Duration.ZERO))));
    try {
      deliveries.insertOne(d);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /** The callback of a request. */
  public Optional<Delivery> find(String key) {
    return Optional.ofNullable(deliveries.find(eq("_id", key)).first()).map(DeliveryStore::read);
  }

  /**
   * The request may have ended: it is due now. Whoever looked before this call does not decide any
   * more.
   */
  void mayHaveEnded(String key) {
    deliveries.updateOne(
        and(eq("_id", key), eq("state", DeliveryState.WAITING.name())),
        combine(set("dueAt", Date.from(clock.now())), unset("claim")));
  }

  /**
   * Claims the callback of a tenant that is due for longest.
   *
   * @param lease how long nobody else gets it
   */
  Optional<Delivery> claim(String tenant, Duration lease) {
    Instant now = clock.now();
    Document claimed =
        deliveries.findOneAndUpdate(
            and(eq("tenant", tenant), lte("dueAt", Date.from(now))),
            combine(
                set("dueAt", Date.from(now.plus(lease))),
                set("claim", UUID.randomUUID().toString())),
            new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .sort(Sorts.ascending("dueAt")));
    return Optional.ofNullable(claimed).map(DeliveryStore::read);
  }

  /** The request has not ended: it is looked at again then. */
  void waits(Delivery claimed, Instant dueAt) {
    change(claimed, set("dueAt", Date.from(dueAt)), unset("claim"));
  }

  /**
   * An attempt begins.
   *
   * @return empty when the claim has gone to somebody else
   */
  Optional<Delivery> begins(Delivery claimed) {
    List<Bson> changes = new ArrayList<>();
    changes.add(set("state", DeliveryState.PENDING.name()));
    changes.add(inc("attempts", 1));
    if (claimed.endedAt() == null) {
      changes.add(set("endedAt", Date.from(clock.now())));
    }
    return change(claimed, changes.toArray(Bson[]::new));
  }

  /** An attempt failed: the next one is due then. */
  void failed(Delivery claimed, Answer answer, Instant dueAt) {
    change(claimed, told(answer), set("dueAt", Date.from(dueAt)), unset("claim"));
  }

  /** There is no further attempt. */
  void givenUp(Delivery claimed, Answer answer) {
    change(claimed, told(answer), ended(DeliveryState.GIVEN_UP));
  }

  /** The receiver has confirmed it: that holds even if the claim has gone to somebody else. */
  void delivered(Delivery claimed, Answer answer) {
    deliveries.updateOne(
        eq("_id", claimed.key()), combine(told(answer), ended(DeliveryState.DELIVERED)));
  }

  /** Removes the callback of a request, unless it is still to be told. */
  public void forget(String key) {
    deliveries.deleteOne(
        and(
            eq("_id", key),
            in("state", DeliveryState.DELIVERED.name(), DeliveryState.GIVEN_UP.name())));
  }

  private static Bson told(Answer answer) {
    return combine(set("result", answer.result()), set("detail", answer.detail()));
  }

  /** What is never due again has no time at which it is. */
  private static Bson ended(DeliveryState state) {
    return combine(set("state", state.name()), unset("dueAt"), unset("claim"));
  }

  private Optional<Delivery> change(Delivery claimed, Bson... changes) {
    Document after =
        deliveries.findOneAndUpdate(
            and(eq("_id", claimed.key()), eq("claim", claimed.claim())), combine(changes), AFTER);
    return Optional.ofNullable(after).map(DeliveryStore::read);
  }

  private static Delivery read(Document d) {
    Date endedAt = d.getDate("endedAt");
    return new Delivery(
        d.getString("_id"),
        d.getString("tenant"),
        DeliveryState.valueOf(d.getString("state")),
        d.getDate("createdAt").toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        d.getInteger("attempts"),
        d.getString("result"),
        d.getString("claim"));
  }
}
