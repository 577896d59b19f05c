package org.mlanalytics.schedule;

import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/** A scheduler whose jobs a test runs itself. */
final class ScheduledJobs {

  private ScheduledJobs() {}

  /** Keeps the jobs that are scheduled in a list. */
  static Scheduler in(List<Runnable> jobs) {
    return (Scheduler)
        Proxy.newProxyInstance(
            ScheduledJobs.class.getClassLoader(),
            new Class<?>[] {Scheduler.class},
            (scheduler, method, arguments) -> {
              if (method.getName().equals("newJob")) {
                return job(jobs);
              }
              jobs.clear();
              return null;
            });
  }

  @SuppressWarnings("unchecked")
  private static Object job(List<Runnable> jobs) {
    Consumer<ScheduledExecution>[] task = new Consumer[1];
    return Proxy.newProxyInstance(
        ScheduledJobs.class.getClassLoader(),
        new Class<?>[] {Scheduler.JobDefinition.class},
        (job, method, arguments) -> {
          switch (method.getName()) {
            case "setTask" -> task[0] = (Consumer<ScheduledExecution>) arguments[0];
            case "schedule" -> {
              jobs.add(() -> task[0].accept(null));
              return null;
            }
            default -> {}
          }
          return job;
        });
  }
}
