package org.mlanalytics.files.ingestfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Alarm files: the samples, and invented ones of any size. */
final class AlarmFile {

  private AlarmFile() {}

  static byte[] sample(String name) throws IOException {
    try (InputStream in = AlarmFile.class.getResourceAsStream("/samples/files/" + name)) {
      return in.readAllBytes();
    }
  }

  /**
   * Alarms with ids from a number on.
   *
   * @param bad how many of them, the first ones, have a time that is none
   */
  static byte[] of(int firstId, int rows, int bad) {
    StringBuilder text =
        new StringBuilder(
            "id,station_id,alarm_id,parameter_id,start_time,end_time,value,threshold\n");
    for (int i = 0; i < rows; i++) {
      text.append(firstId + i)
          .append(",9000000001,308,121,")
          .append(i < bad ? "never" : "2024-03-01 10:00:01")
          .append(",,251,240\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
