package dev.nexus.operator.platform;

import dev.nexus.operator.external.ExternalApi;

/** What keeps a stage from being applied and is not the operator's to repair. */
public sealed interface Problem {

  /** The first stage that cannot be applied. */
  StageName stage();

  /** One CamelCase word. */
  String reason();

  /** What is wrong and what to do, one sentence. */
  String message();

  /**
   * The operator of an API is not installed.
   *
   * @param api what is missing
   * @param stage the stage that needs it
   * @param alternative what the spec could say instead
   */
  record MissingApi(ExternalApi api, StageName stage, String alternative) implements Problem {

    @Override
    public String reason() {
      return "OperatorMissing";
    }

    @Override
    public String message() {
      return "The CRD %s is missing: install %s, or set %s"
          .formatted(api.crd(), api.operator(), alternative);
    }
  }

  /**
   * A Secret that the spec names is not there.
   *
   * @param promise what the spec promises
   */
  record MissingSecret(SecretNeeds.Promise promise) implements Problem {

    @Override
    public StageName stage() {
      return promise.stage();
    }

    @Override
    public String reason() {
      return "SecretMissing";
    }

    @Override
    public String message() {
      return "The Secret %s is missing: create it with the key %s (%s)"
          .formatted(promise.secret(), promise.key(), promise.field());
    }
  }

  /**
   * A Secret that the spec names lacks a key.
   *
   * @param promise what the spec promises
   */
  record MissingKey(SecretNeeds.Promise promise) implements Problem {

    @Override
    public StageName stage() {
      return promise.stage();
    }

    @Override
    public String reason() {
      return "SecretKeyMissing";
    }

    @Override
    public String message() {
      return "The Secret %s lacks the key %s: add it (%s)"
          .formatted(promise.secret(), promise.key(), promise.field());
    }
  }
}
