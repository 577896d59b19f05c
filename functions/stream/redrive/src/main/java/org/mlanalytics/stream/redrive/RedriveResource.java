package org.mlanalytics.stream.redrive;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Redrive over HTTP. The call lasts as long as the redrive. */
@Path("/redrive")
@Produces(MediaType.APPLICATION_JSON)
public class RedriveResource {

  private final Redrive redrive;

  RedriveResource(Redrive redrive) {
    this.redrive = redrive;
  }

  /** Sends dead letters back to their topic; what was sent before is never sent again. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RedriveReply redrive(RedriveRequest request) {
    return redrive.run(request);
  }
}
