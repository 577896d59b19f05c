package org.mlanalytics.files.ingestfile.redis;

import io.vertx.core.buffer.Buffer;
import org.mlanalytics.files.ingestfile.request.Priority;

/**
 * An entry that this worker has taken.
 *
 * @param priority of the list that it came from
 * @param value as it is in the worker's list, byte by byte
 */
record Entry(Priority priority, Buffer value) {}
