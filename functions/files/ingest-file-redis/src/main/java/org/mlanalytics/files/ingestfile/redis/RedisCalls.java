package org.mlanalytics.files.ingestfile.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Calls of Redis that wait for the answer, so long and no longer. */
final class RedisCalls {

  private final Redis redis;
  private final Duration limit;

  RedisCalls(Redis redis, Duration limit) {
    this.redis = redis;
    this.limit = limit;
  }

  /**
   * Sends a command.
   *
   * @param arguments bytes, or what has a text
   * @return the answer, null for nil
   * @throws AnalyticsException {@link ErrorCode#REDIS_UNAVAILABLE} when there is none, or an error;
   *     the command may have been done nevertheless
   */
  Response call(Command command, Object... arguments) {
    Request request = Request.cmd(command);
    for (Object argument : arguments) {
      if (argument instanceof Buffer bytes) {
        request.arg(bytes);
      } else {
        request.arg(argument.toString());
      }
    }
    CompletableFuture<Response> answer =
        redis.send(request).toCompletionStage().toCompletableFuture();
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw away(word(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      throw away("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted", e);
    }
  }

  /** Runs a script, which Redis does as a whole before anything else. */
  Response script(String script, List<String> keys, Object... arguments) {
    Object[] all = new Object[2 + keys.size() + arguments.length];
    all[0] = script;
    all[1] = keys.size();
    System.arraycopy(keys.toArray(), 0, all, 2, keys.size());
    System.arraycopy(arguments, 0, all, 2 + keys.size(), arguments.length);
    return call(Command.EVAL, all);
  }

  private static AnalyticsException away(String detail, Throwable cause) {
    return new AnalyticsException(ErrorCode.REDIS_UNAVAILABLE, detail, cause);
  }

  /** An error of Redis begins with a word like NOAUTH; what follows may quote what was sent. */
  private static String word(Throwable cause) {
    return cause instanceof ErrorType
        ? cause.getMessage().split(" ", 2)[0]
        : cause.getClass().getSimpleName();
  }
}
