package org.mlanalytics.runtime.function;

import jakarta.enterprise.context.ApplicationScoped;

/** The plain call of a function, as Funqy offers it: request in, reply out. */
@ApplicationScoped
public class PlainCall {

  private final FunctionRunner runner;

  PlainCall(FunctionRunner runner) {
    this.runner = runner;
  }

  /** Does what the request asks of the function; null asks for its defaults. */
  public RunReply call(CloudFunction function, RunRequest request) {
    RunRequest asked = request == null ? RunRequest.of(function.name()) : request;
    return runner.run(function, Invocation.of(asked, null));
  }

  /** Does what the clock asks of the function. */
  public RunReply scheduled(CloudFunction function) {
    return runner.run(function, Invocation.scheduled());
  }
}
