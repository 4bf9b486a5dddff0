package dev.nexus.operator.api.v1alpha1;

/** When the kubelet pulls an image. */
public enum PullPolicy {
  /** At every start. */
  Always,

  /** When the node lacks it. */
  IfNotPresent,

  /** Never: the node has it. */
  Never
}
