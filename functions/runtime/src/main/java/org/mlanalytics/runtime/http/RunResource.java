package org.mlanalytics.runtime.http;

import com.mongodb.client.model.Filters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.Canceller;
import org.mlanalytics.runtime.function.CloudFunction;
import org.mlanalytics.runtime.function.FunctionRunner;
import org.mlanalytics.runtime.function.Functions;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.reject.Reject;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;

/**
 * Runs over HTTP. A request is answered when this process's part of the run is done; with {@code
 * Prefer: respond-async} (RFC 7240) as soon as the run is claimed.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {

  private static final int MOST = 1000;

  private final Functions functions;
  private final FunctionRunner runner;
  private final BackgroundWork background;
  private final Canceller canceller;
  private final RunLedger ledger;
  private final Rejects rejects;

  RunResource(
      Functions functions,
      FunctionRunner runner,
      BackgroundWork background,
      Canceller canceller,
      RunLedger ledger,
      Rejects rejects) {
    this.functions = functions;
    this.runner = runner;
    this.background = background;
    this.canceller = canceller;
    this.ledger = ledger;
    this.rejects = rejects;
  }

  /** Names of the functions in this process. */
  @GET
  @Path("functions")
  public List<String> functions() {
    return functions.names();
  }

  /** Starts a function. */
  @POST
  @Path("runs")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response start(
      RunRequest request,
      @HeaderParam("Prefer") @DefaultValue("") String prefer,
      @HeaderParam("traceparent") String traceparent) {
    if (request == null || request.function() == null) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "field function is missing");
    }
    CloudFunction function = functions.named(request.function());
    Invocation invocation = Invocation.of(request, traceparent);
    FunctionRunner.Started started = runner.start(function, invocation);
    if (started.work() == null) {
      return answer(started.reply());
    }
    if (prefer.contains("respond-async")) {
      background.start(started.work());
      return answer(started.reply());
    }
    return answer(started.work().get());
  }

  /** Runs, newest first; all parameters narrow the list. */
  @GET
  @Path("runs")
  public List<RunView> runs(
      @QueryParam("function") String function,
      @QueryParam("businessDate") String businessDate,
      @QueryParam("scope") String scope,
      @QueryParam("state") String state,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    List<Bson> filters = new ArrayList<>();
    add(filters, "function", function);
    add(filters, "businessDate", businessDate);
    add(filters, "scope", scope);
    add(filters, "state", state);
    Bson filter = filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    return ledger.latest(filter, Math.min(Math.max(limit, 1), MOST)).stream()
        .map(RunView::of)
        .toList();
  }

  /** One run. */
  @GET
  @Path("runs/{id}")
  public RunView run(@PathParam("id") String id) {
    return RunView.of(find(id));
  }

  /** Cancels a run; a run that has ended is handed back. */
  @POST
  @Path("runs/{id}/cancel")
  public RunView cancel(@PathParam("id") String id) {
    return RunView.of(canceller.cancel(find(id)));
  }

  /** Documents that a run put aside. */
  @GET
  @Path("rejects")
  public List<Reject> rejects(
      @QueryParam("run") String run, @QueryParam("limit") @DefaultValue("100") int limit) {
    if (run == null) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "query parameter run is missing");
    }
    return rejects.list(run, Math.min(Math.max(limit, 1), MOST));
  }

  private Run find(String id) {
    return ledger
        .byId(id)
        .orElseThrow(() -> new AnalyticsException(ErrorCode.NOT_FOUND, "no run has this id"));
  }

  private static Response answer(RunReply reply) {
    boolean ended = reply.run() == null || RunState.valueOf(reply.run().state()).isFinal();
    Response.ResponseBuilder response = Response.status(ended ? 200 : 202).entity(reply);
    if (reply.run() != null) {
      response.location(URI.create("/runs/" + reply.run().id()));
    }
    return response.build();
  }

  private static void add(List<Bson> filters, String field, String value) {
    if (value != null) {
      filters.add(Filters.eq(field, value));
    }
  }
}
