package org.mlanalytics.streaming;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;

/** Messages by HTTP, as a Knative KafkaSource delivers them. */
@Path("/streams/{function}")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

  private final EventTrigger trigger;

  EventResource(EventTrigger trigger) {
    this.trigger = trigger;
  }

  /** Takes one message; the reply, without content, acknowledges what is committed. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public void publish(
      @PathParam("function") String function, @Context HttpHeaders headers, byte[] body) {
    Map<String, String> first = new HashMap<>();
    headers.getRequestHeaders().forEach((name, values) -> first.put(name, values.get(0)));
    trigger.publish(function, first, body);
  }
}
