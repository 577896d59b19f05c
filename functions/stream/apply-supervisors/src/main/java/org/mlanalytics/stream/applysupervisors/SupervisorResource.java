package org.mlanalytics.stream.applysupervisors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.mlanalytics.publishing.Supervisors;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Druid's supervisors over HTTP: what they are at, and how they are paused. */
@Path("/supervisors")
@Produces(MediaType.APPLICATION_JSON)
public class SupervisorResource {

  private final StreamSupervisors wanted;
  private final Supervisors druid;

  SupervisorResource(StreamSupervisors wanted, Supervisors druid) {
    this.wanted = wanted;
    this.druid = druid;
  }

  /** All supervisors of the streams, also those that Druid does not have. */
  @GET
  public List<SupervisorView> list() {
    return wanted.all().stream().map(this::view).toList();
  }

  /** The supervisor of a dataset. */
  @GET
  @Path("{dataset}")
  public SupervisorView get(@PathParam("dataset") String dataset) {
    return view(wanted.of(dataset));
  }

  /** Lets the tasks of a supervisor publish what they have read, and starts no others. */
  @POST
  @Path("{dataset}/suspend")
  public SupervisorView suspend(@PathParam("dataset") String dataset) {
    return told(dataset, druid.suspend(wanted.of(dataset).dataset()));
  }

  /** Lets a suspended supervisor go on where it stopped. */
  @POST
  @Path("{dataset}/resume")
  public SupervisorView resume(@PathParam("dataset") String dataset) {
    return told(dataset, druid.resume(wanted.of(dataset).dataset()));
  }

  private SupervisorView told(String dataset, boolean known) {
    if (!known) {
      throw new AnalyticsException(
          ErrorCode.NOT_FOUND, "Druid has no such supervisor: run apply-supervisors first");
    }
    return get(dataset);
  }

  private SupervisorView view(StreamSupervisors.Wanted supervisor) {
    return druid
        .status(supervisor.dataset())
        .map(status -> SupervisorView.of(supervisor, status, isUpToDate(supervisor)))
        .orElseGet(() -> SupervisorView.absent(supervisor));
  }

  private boolean isUpToDate(StreamSupervisors.Wanted supervisor) {
    return druid.differences(supervisor.spec()).map(List::isEmpty).orElse(false);
  }
}
