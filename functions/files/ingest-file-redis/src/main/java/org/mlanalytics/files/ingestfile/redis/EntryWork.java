package org.mlanalytics.files.ingestfile.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mlanalytics.files.ingestfile.queue.PriorityGate;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.RequestReader;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.Faults;
import org.mlanalytics.runtime.run.TimeOrderedId;

/**
 * Works on an entry: it is removed after its file has ended, well or badly. One that is no request,
 * or that fails for another reason that stays, becomes a dead letter; of one that is too large only
 * the beginning is kept.
 */
final class EntryWork {

  private final RequestLists lists;
  private final PriorityGate gate;
  private final Consumer<FileRequest> process;
  private final BooleanSupplier stopping;
  private final int mostBytes;

  /**
   * @param process brings a request with an id to its end
   * @param stopping whether this process ends: its faults mean nothing any more
   * @param mostBytes of an entry
   */
  EntryWork(
      RequestLists lists,
      PriorityGate gate,
      Consumer<FileRequest> process,
      BooleanSupplier stopping,
      int mostBytes) {
    this.lists = lists;
    this.gate = gate;
    this.process = process;
    this.stopping = stopping;
    this.mostBytes = mostBytes;
  }

  void work(Entry taken) {
    if (taken.value().length() > mostBytes) {
      lists.buryLarge(taken, DeadLetter.ofTooLarge(taken, mostBytes, Instant.now()));
      return;
    }
    JsonNode json;
    FileRequest request;
    try {
      json = RequestReader.json(taken.value().getBytes());
      request = RequestReader.read(json);
    } catch (AnalyticsException e) {
      fail(taken, e);
      return;
    }
    if (request.requestId() != null) {
      process(taken, request);
      return;
    }
    String id = TimeOrderedId.next(Instant.now());
    Buffer named = Buffer.buffer(((ObjectNode) json).put("requestId", id).toString());
    lists.replace(taken, named).ifPresent(entry -> process(entry, request.withRequestId(id)));
  }

  private void process(Entry entry, FileRequest request) {
    try {
      gate.pass(entry.priority(), () -> process.accept(request));
    } catch (RuntimeException | Error e) {
      fail(entry, e);
      return;
    }
    lists.done(entry);
  }

  private void fail(Entry entry, Throwable fault) {
    if (stopping.getAsBoolean()) {
      lists.release(entry);
    } else {
      lists.bury(entry, DeadLetter.of(entry, Faults.coded(fault), Instant.now()));
    }
  }
}
