# One job template as the director evaluates it: ERB with trim mode '-', `p` and `if_p` over the bound properties,
# and the instance's `spec`. The jobs use no links, so there is no `link` here: a template that calls it fails.
require 'erb'
require 'json'
require 'ostruct'
require 'yaml'

class UnknownProperty < StandardError
  def initialize(names)
    super("Can't find property '#{names.join("', or '")}'")
  end
end

class JobTemplate
  attr_reader :spec

  def self.render(template, properties, spec)
    new(YAML.load(properties), YAML.load(spec)).render(template)
  end

  def initialize(properties, spec)
    @properties = properties
    @spec = open(spec)
  end

  def name
    @spec.name
  end

  def index
    @spec.index
  end

  def p(names, *default)
    names = Array(names)
    found = names.map { |name| lookup(name) }.find { |value| !value.nil? }
    return found unless found.nil?
    raise UnknownProperty.new(names) if default.empty?

    default.first
  end

  def if_p(*names)
    values = names.map { |name| lookup(name) }
    return Otherwise.new(self) if values.any?(&:nil?)

    yield(*values)
    Done.new
  end

  def render(template)
    ERB.new(template, trim_mode: '-').result(binding)
  end

  # What follows an `if_p` whose properties were there: nothing.
  class Done
    def else; end

    def else_if_p(*)
      self
    end
  end

  # What follows an `if_p` with a property missing.
  class Otherwise
    def initialize(template)
      @template = template
    end

    def else
      yield
    end

    def else_if_p(*names, &block)
      @template.if_p(*names, &block)
    end
  end

  private

  def lookup(name)
    name.split('.').reduce(@properties) { |node, key| node.is_a?(Hash) ? node[key] : nil }
  end

  def open(node)
    case node
    when Hash then OpenStruct.new(node.transform_values { |value| open(value) })
    when Array then node.map { |value| open(value) }
    else node
    end
  end
end

JobTemplate
