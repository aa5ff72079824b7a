/**
 * Slack's numbers, by the thing they limit; `page` is where Slack documents them (under docs.slack.dev). Characters are
 * counted as UTF-16 units, which is never laxer than Slack. Where Slack's documents disagree with one another or with
 * what has been seen, the smaller number stands here.
 */
export const LIMITS = {
  /**
   * `blockText`: Slack documents none; `msg_blocks_too_long` was seen at about 13,200. Tables have a sum of their own.
   * `metadata`: Slack documents none; what we need is far smaller.
   */
  message: {
    page: 'reference/methods/chat.postMessage',
    blocks: 50,
    attachments: 100,
    text: 40_000,
    markdownText: 12_000,
    blockText: 12_000,
    metadata: 1000,
  },
  view: {
    page: 'reference/views',
    blocks: 100,
    title: 24,
    submit: 24,
    close: 24,
    privateMetadata: 3000,
    bytes: 250_000,
  },
  file: { page: 'reference/methods/files.getUploadURLExternal', name: 255, bytes: 1_000_000_000 },
  id: { page: 'reference/block-kit/blocks', characters: 255 },
  text: { page: 'reference/block-kit/composition-objects/text-object', characters: 3000 },
  actions: { page: 'reference/block-kit/blocks/actions-block', elements: 25 },
  alert: { page: 'reference/block-kit/blocks/alert-block', text: 200 },
  card: {
    page: 'reference/block-kit/blocks/card-block',
    title: 150,
    subtitle: 150,
    body: 200,
    actions: 3,
  },
  carousel: { page: 'reference/block-kit/blocks/carousel-block', elements: 10 },
  container: {
    page: 'reference/block-kit/blocks/container-block',
    title: 150,
    subtitle: 150,
    childBlocks: 10,
  },
  context: { page: 'reference/block-kit/blocks/context-block', elements: 10 },
  contextActions: { page: 'reference/block-kit/blocks/context-actions-block', elements: 5 },
  header: { page: 'reference/block-kit/blocks/header-block', text: 150 },
  image: { page: 'reference/block-kit/blocks/image-block', altText: 2000, title: 2000, url: 3000 },
  input: { page: 'reference/block-kit/blocks/input-block', label: 2000, hint: 2000 },
  markdown: { page: 'reference/block-kit/blocks/markdown-block', text: 12_000 },
  section: { page: 'reference/block-kit/blocks/section-block', text: 3000, fields: 10, field: 2000 },
  /** Documented as "less than" 200 and 50. */
  video: { page: 'reference/block-kit/blocks/video-block', title: 199, description: 199, authorName: 49 },
  /** `characters`: over all the tables of a message. */
  table: { page: 'reference/block-kit/blocks/table-block', rows: 100, cells: 20, characters: 10_000 },
  dataTable: {
    page: 'reference/block-kit/blocks/data-table-block',
    rows: 201,
    cells: 20,
    characters: 20_000,
    pageSize: 100,
  },
  /** `charts`: in one message. Newer documents say 12 series and segments, older ones 6. */
  chart: {
    page: 'reference/block-kit/blocks/data-visualization-block',
    charts: 2,
    title: 50,
    label: 20,
    axisLabel: 50,
    categories: 20,
    series: 6,
    segments: 6,
  },
  button: {
    page: 'reference/block-kit/block-elements/button-element',
    text: 75,
    value: 2000,
    url: 3000,
    accessibilityLabel: 75,
  },
  option: { page: 'reference/block-kit/composition-objects/option-object', text: 75, value: 150, url: 3000 },
  optionGroup: {
    page: 'reference/block-kit/composition-objects/option-group-object',
    label: 75,
    groups: 100,
  },
  confirm: {
    page: 'reference/block-kit/composition-objects/confirmation-dialog-object',
    title: 100,
    text: 300,
    button: 30,
  },
  select: { page: 'reference/block-kit/block-elements/select-menu-element', options: 100, placeholder: 150 },
  overflow: { page: 'reference/block-kit/block-elements/overflow-menu-element', options: 5 },
  checkboxes: { page: 'reference/block-kit/block-elements/checkboxes-element', options: 10 },
  radioButtons: { page: 'reference/block-kit/block-elements/radio-button-group-element', options: 10 },
  plainTextInput: { page: 'reference/block-kit/block-elements/plain-text-input-element', length: 3000 },
  fileInput: { page: 'reference/block-kit/block-elements/file-input-element', files: 10, bytes: 10_000_000 },
  /** Also github.com/slackapi/manifest-schema, version 2. */
  manifest: {
    page: 'reference/app-manifest',
    appName: 35,
    description: 140,
    longDescriptionLeast: 175,
    longDescription: 4000,
    displayName: 80,
    commands: 50,
    command: 32,
    commandDescription: 2000,
    commandUrl: 3000,
    usageHint: 1000,
    shortcuts: 10,
    shortcutName: 24,
    shortcutDescription: 150,
    requestUrl: 3500,
    scopes: 255,
    events: 100,
    name: 50,
    functionParameters: 50,
  },
} as const;
