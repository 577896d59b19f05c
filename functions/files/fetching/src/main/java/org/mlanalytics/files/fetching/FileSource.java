package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ACCESS_DENIED;
import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.NOT_FOUND;
import static org.mlanalytics.files.fetching.RefusalReason.PATH_FORBIDDEN;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/**
 * Plain files below the configured directories. Links are resolved first; the path that comes out
 * has to lie below a directory, and is then walked without following any link, so that one that is
 * put in meanwhile leads nowhere.
 */
final class FileSource implements SourceClient {

  @Override
  public Fetched fetch(URI uri, FetchPolicy policy, Intake intake) throws IOException {
    Path path = path(uri);
    if (policy.directories().stream().noneMatch(root -> isBelow(path, root))) {
      throw forbidden("outside the directories");
    }
    try {
      Path real = path.toRealPath();
      Path root = root(real, policy);
      copy(root, root.relativize(real), intake);
      return intake.finish(uri, 0);
    } catch (NoSuchFileException e) {
      throw new FetchRefusedException(NOT_FOUND, "no such file", e);
    } catch (AccessDeniedException e) {
      throw new FetchRefusedException(ACCESS_DENIED, "not readable by this process", e);
    } catch (FileSystemException e) {
      throw new FetchRefusedException(PATH_FORBIDDEN, "not a plain file", e);
    }
  }

  private static Path root(Path real, FetchPolicy policy) throws IOException {
    for (Path directory : policy.directories()) {
      if (Files.isDirectory(directory) && isBelow(real, directory.toRealPath())) {
        return directory.toRealPath();
      }
    }
    throw forbidden("a link leads outside the directories");
  }

  private static Path path(URI uri) throws FetchRefusedException {
    if (uri.getRawAuthority() != null || uri.getRawQuery() != null || uri.getPath() == null) {
      throw new FetchRefusedException(ADDRESS_INVALID, "not file:///path");
    }
    try {
      Path path = Path.of(uri.getPath());
      if (!path.isAbsolute() || !path.equals(path.normalize())) {
        throw forbidden("steps between directories");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new FetchRefusedException(ADDRESS_INVALID, "not a path", e);
    }
  }

  private static boolean isBelow(Path path, Path directory) {
    return path.startsWith(directory) && !path.equals(directory);
  }

  private static void copy(Path root, Path file, Intake intake) throws IOException {
    try (var stream = Files.newDirectoryStream(root)) {
      if (!(stream instanceof SecureDirectoryStream<Path> directory)) {
        throw forbidden("this file system can't be read without following links");
      }
      copy(directory, file, intake);
    }
  }

  private static void copy(SecureDirectoryStream<Path> directory, Path file, Intake intake)
      throws IOException {
    Path first = file.getName(0);
    if (file.getNameCount() > 1) {
      try (var next = directory.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
        copy(next, file.subpath(1, file.getNameCount()), intake);
        return;
      }
    }
    var attributes =
        directory
            .getFileAttributeView(first, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    if (!attributes.isRegularFile()) {
      throw forbidden("not a plain file");
    }
    intake.checkAnnounced(attributes.size());
    try (SeekableByteChannel channel =
            directory.newByteChannel(
                first, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        InputStream body = Channels.newInputStream(channel)) {
      intake.take(body);
    }
  }

  private static FetchRefusedException forbidden(String detail) {
    return new FetchRefusedException(PATH_FORBIDDEN, detail);
  }
}
