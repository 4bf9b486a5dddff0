package dev.nexus.auth.storage;

import dev.nexus.common.error.CommonError;
import dev.nexus.common.error.NexusException;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** A database that fails is told to the client as such: nobody logs in unrecorded. */
public final class StorageFailure {

  private static final Logger LOG = Logger.getLogger(StorageFailure.class);

  private StorageFailure() {}

  /** The error to throw; the cause is logged here, since an error body never shows it. */
  public static NexusException of(String action, SQLException cause) {
    LOG.errorf(cause, "Could not %s", action);
    return new NexusException(
        CommonError.SERVICE_UNAVAILABLE, "The service's database cannot be used: try again later");
  }
}
