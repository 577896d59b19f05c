package org.mlanalytics.local.killpoint;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Does to a process of a test what machines do. {@code -javaagent:killpoint.jar=skew=PT10M} puts
 * its clock forward. Any other argument halts the process when a method is reached: {@code
 * -javaagent:killpoint.jar=class#method@enter:n} dies on the n-th entry, {@code @exit} on the n-th
 * return. A halt is what a lost machine is: no finally block, no shutdown hook, no flushed buffer.
 */
public final class KillPointAgent {

  /** Exit status of a process that died at its kill point: that of a process killed by SIGKILL. */
  public static final int STATUS = 137;

  private static final String SKEW = "skew=";

  private KillPointAgent() {}

  /** Called by the JVM before the program's main method. */
  public static void premain(String argument, Instrumentation instrumentation) {
    if (argument.startsWith(SKEW)) {
      ClockSkew.install(Duration.parse(argument.substring(SKEW.length())), instrumentation);
      return;
    }
    KillPoint point = KillPoint.parse(argument);
    Class<?> advice = point.atEntry() ? OnEntry.class : OnExit.class;
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .type(named(point.type()))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(named(point.method()))))
        .installOn(instrumentation);
    System.setProperty(KillPoint.COUNTDOWN, String.valueOf(point.count()));
  }

  /** Inlined into the method: names classes of the JDK only, which every class loader sees. */
  static final class OnEntry {

    private OnEntry() {}

    @Advice.OnMethodEnter
    static void reached() {
      synchronized (Runtime.class) {
        int left = Integer.getInteger("killpoint.countdown", 1) - 1;
        System.setProperty("killpoint.countdown", String.valueOf(left));
        if (left == 0) {
          Runtime.getRuntime().halt(137);
        }
      }
    }
  }

  /** Inlined into the method: names classes of the JDK only, which every class loader sees. */
  static final class OnExit {

    private OnExit() {}

    @Advice.OnMethodExit
    static void reached() {
      synchronized (Runtime.class) {
        int left = Integer.getInteger("killpoint.countdown", 1) - 1;
        System.setProperty("killpoint.countdown", String.valueOf(left));
        if (left == 0) {
          Runtime.getRuntime().halt(137);
        }
      }
    }
  }
}
