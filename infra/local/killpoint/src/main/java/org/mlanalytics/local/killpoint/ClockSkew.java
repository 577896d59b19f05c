package org.mlanalytics.local.killpoint;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** A process whose clock is wrong: every instant of {@code java.time} is off by a fixed time. */
final class ClockSkew {

  private static final String SECONDS = "clockskew.seconds";

  private ClockSkew() {}

  /**
   * Puts the clock forward or, with a negative duration, back.
   *
   * @throws IllegalStateException if the JVM's clock is not the one that is known here
   */
  static void install(Duration skew, Instrumentation instrumentation) {
    System.setProperty(SECONDS, String.valueOf(skew.toSeconds()));
    Instant before = Instant.now();
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(none())
        .type(named(Clock.class.getName()))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Shift.class).on(named("currentInstant"))))
        .installOn(instrumentation);
    Duration shifted = Duration.between(before, Instant.now());
    if (shifted.minus(skew).abs().compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalStateException("the clock moved by " + shifted + ", not by " + skew);
    }
  }

  /** Inlined into the method: names classes of the JDK only. */
  static final class Shift {

    private Shift() {}

    @Advice.OnMethodExit
    static void shift(@Advice.Return(readOnly = false) Instant now) {
      now = now.plusSeconds(Long.getLong("clockskew.seconds", 0L));
    }
  }
}
