package org.mlanalytics.schedule;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Switches the scheduler, and its thread that wakes every second, off in a process whose schedules
 * are all off. A schedule is a key {@code mla.<function>.cron} or {@code mla.<function>.every}.
 */
public final class ScheduleSwitch implements ConfigSourceInterceptor {

  private static final long serialVersionUID = 1;

  private static final String ENABLED = "quarkus.scheduler.enabled";
  private static final Pattern SCHEDULE = Pattern.compile("mla\\.[a-z-]+\\.(cron|every)");

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue value = context.proceed(name);
    // defaults of mappings have the lowest ordinal there is
    if (!name.equals(ENABLED)
        || (value != null && value.getConfigSourceOrdinal() > Integer.MIN_VALUE)) {
      return value;
    }
    return ConfigValue.builder()
        .withName(name)
        .withValue(String.valueOf(isAnythingScheduled(context)))
        .build();
  }

  private static boolean isAnythingScheduled(ConfigSourceInterceptorContext context) {
    for (Iterator<String> names = context.iterateNames(); names.hasNext(); ) {
      String key = names.next();
      if (SCHEDULE.matcher(key).matches() && isOn(context.restart(key))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOn(ConfigValue schedule) {
    return schedule != null && schedule.getValue() != null && !CatchUp.isOff(schedule.getValue());
  }
}
